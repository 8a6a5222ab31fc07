package fr.tessere.citizen.identity;

import fr.tessere.protocol.reading.RefusalCode;
import java.util.function.Function;
import java.util.function.Supplier;

/** What came of an act. */
sealed interface Outcome {
    /** It was done; the word says what. */
    record Done(String word) implements Outcome {
        @Override
        public <T> T fold(Answers<T> answers) {
            return answers.done().apply(word);
        }
    }

    /** It was not done. */
    record Refused(RefusalCode code) implements Outcome {
        @Override
        public <T> T fold(Answers<T> answers) {
            return answers.refused().apply(code);
        }
    }

    /** The identity is no more. */
    record Gone() implements Outcome {
        @Override
        public <T> T fold(Answers<T> answers) {
            return answers.gone().get();
        }
    }

    /** A secret was made that is shown once. */
    record Shown(String secret) implements Outcome {
        @Override
        public <T> T fold(Answers<T> answers) {
            return answers.shown().apply(secret);
        }

        @Override
        public String toString() {
            return "Shown[hidden]";
        }
    }

    /** One for each of the four. */
    record Answers<T>(
            Function<String, T> done, Function<RefusalCode, T> refused, Supplier<T> gone, Function<String, T> shown) {}

    /** The one that goes with this outcome. */
    <T> T fold(Answers<T> answers);
}
