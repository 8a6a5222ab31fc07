package fr.tessere.citizen.identity;

import fr.tessere.protocol.reading.RefusalCode;
import java.util.function.Function;
import java.util.function.Supplier;

/** What came of an act. */
sealed interface Outcome {
    /** It was done; the word says what. */
    record Done(String word) implements Outcome {
        @Override
        public <T> T fold(Function<String, T> done, Function<RefusalCode, T> refused, Supplier<T> gone) {
            return done.apply(word);
        }
    }

    /** It was not done. */
    record Refused(RefusalCode code) implements Outcome {
        @Override
        public <T> T fold(Function<String, T> done, Function<RefusalCode, T> refused, Supplier<T> gone) {
            return refused.apply(code);
        }
    }

    /** The identity is no more. */
    record Gone() implements Outcome {
        @Override
        public <T> T fold(Function<String, T> done, Function<RefusalCode, T> refused, Supplier<T> gone) {
            return gone.get();
        }
    }

    /** One of the three. */
    <T> T fold(Function<String, T> done, Function<RefusalCode, T> refused, Supplier<T> gone);
}
