package fr.tessere.citizen.account;

/** Another request has added the same document at the same moment, and was first. What this one did is to be undone. */
public final class AddedMeanwhileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AddedMeanwhileException(Throwable cause) {
        super("another request has added this document", cause);
    }
}
