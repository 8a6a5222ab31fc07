package fr.tessere.tools.stamp;

/** A time stamp that proves nothing. */
public final class InvalidStampException extends Exception {
    /** What is wrong. */
    public enum Cause {
        /** The authority did not answer, or with something else than a time stamp. */
        NO_ANSWER("stamp-no-answer"),
        /** The authority says that it does not stamp. */
        REFUSED("stamp-refused"),
        /** It is not of the form of RFC 3161, or larger than any is. */
        MALFORMED("stamp-malformed"),
        /** It is an answer to something else: other nonce, other policy, other digest. */
        OTHER_REQUEST("stamp-of-something-else"),
        /** The certificate that signed it is for something else too, or for something else alone. */
        PURPOSE("stamp-other-purpose"),
        /** Its signature is wrong, or its certificate was over. */
        SIGNATURE("stamp-forged"),
        /** No authority that is trusted vouches for whoever signed it. */
        UNTRUSTED("stamp-untrusted"),
        /** Its time is not the time at which it was asked for. */
        TIME("stamp-time");

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

    InvalidStampException(Cause reason) {
        super(reason.word());
        this.reason = reason;
    }

    /** What is wrong. */
    public Cause reason() {
        return reason;
    }
}
