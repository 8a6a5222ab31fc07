package fr.tessere.protocol.reading;

/** A message that breaks the protocol. Carries the code that the other side is told; the message says found and expected. */
public final class InvalidMessageException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final RefusalCode code;

    public InvalidMessageException(RefusalCode code, String message) {
        super(message);
        this.code = code;
    }

    /** What to answer: {@code message-malformed}, {@code message-too-large} or {@code message-version}. */
    public RefusalCode code() {
        return code;
    }

    static void requireVersion(int version) {
        if (version != Limits.VERSION) {
            throw new InvalidMessageException(
                    RefusalCode.MESSAGE_VERSION, "version %d, expected %d".formatted(version, Limits.VERSION));
        }
    }

    static void requireAtMost(int limit, int found, String what) {
        if (found > limit) {
            throw new InvalidMessageException(
                    RefusalCode.MESSAGE_TOO_LARGE, "%s: %d, at most %d".formatted(what, found, limit));
        }
    }

    static void require(boolean fits, String expected) {
        if (!fits) {
            throw new InvalidMessageException(RefusalCode.MESSAGE_MALFORMED, expected);
        }
    }
}
