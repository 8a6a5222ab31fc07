package fr.tessere.audit.head;

/** A head that nobody can rely on. */
public final class InvalidHeadException extends Exception {
    /** What is wrong. */
    public enum Cause {
        /** It is not of the form of a head. */
        FORM("head-malformed"),
        /** It names a key that is not trusted. */
        OTHER_KEY("other-key"),
        /** It names a trusted key, which did not sign it. */
        SIGNATURE("head-forged");

        private final String word;

        Cause(String word) {
            this.word = word;
        }

        /** The word used in reports. */
        public String word() {
            return word;
        }
    }

    private static final long serialVersionUID = 1L;

    private final Cause reason;

    InvalidHeadException(Cause reason) {
        super(reason.word());
        this.reason = reason;
    }

    /** What is wrong. */
    public Cause reason() {
        return reason;
    }
}
