package fr.tessere.verification.evidence;

import fr.tessere.protocol.reading.RefusalCode;

/**
 * Runs a parser on hostile bytes. Bouncy Castle throws unchecked exceptions of many kinds, some of them late (lazy
 * sequences) and some by recursion; all of them mean the same: these bytes are malformed.
 */
public final class Guarded {
    private Guarded() {}

    /**
     * A parser that may throw anything.
     *
     * @param <T> what it reads
     */
    @FunctionalInterface
    public interface Parser<T> {
        T parse() throws Exception;
    }

    /** What the parser reads; whatever it throws becomes a refusal with this code, its own refusals pass. */
    public static <T> T parse(RefusalCode code, String what, Parser<T> parser) throws RefusedException {
        try {
            return parser.parse();
        } catch (RefusedException refusal) {
            throw refusal;
        } catch (Exception | StackOverflowError accident) {
            // the message may repeat input bytes, so only the kind is told
            throw new RefusedException(
                    code, what + " cannot be read: " + accident.getClass().getSimpleName());
        }
    }
}
