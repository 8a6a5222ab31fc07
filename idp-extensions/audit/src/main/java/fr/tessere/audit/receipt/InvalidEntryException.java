package fr.tessere.audit.receipt;

/** Bytes that are no entry. */
public final class InvalidEntryException extends Exception {
    private static final long serialVersionUID = 1L;

    public InvalidEntryException(String found) {
        super(found);
    }
}
