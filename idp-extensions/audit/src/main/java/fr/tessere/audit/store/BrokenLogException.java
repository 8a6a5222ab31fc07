package fr.tessere.audit.store;

/** The store does not hold what this log signed last: nothing more is signed until somebody has looked. */
public final class BrokenLogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenLogException(String found) {
        super(found);
    }
}
