package fr.tessere.reader.script;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.card.ReadingException;

/** Asks for the code of a refusal. */
final class Refusals {
    private Refusals() {}

    static RefusalCode codeOf(Attempt attempt) {
        try {
            attempt.run();
        } catch (ReadingException refused) {
            return refused.code();
        }
        throw new AssertionError("accepted");
    }

    interface Attempt {
        void run() throws ReadingException;
    }
}
