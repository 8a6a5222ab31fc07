package fr.tessere.specimen.catalogue;

import java.util.Arrays;
import java.util.Locale;

/**
 * What must come of a case.
 *
 * @param outcome in one word
 * @param word the refusal code or the weakness; empty for the other outcomes
 */
public record Expected(Outcome outcome, String word) {
    /** The four outcomes there are. */
    public enum Outcome {
        /** The document is good. */
        ACCEPT,
        /** Refused, by this code. */
        REFUSE,
        /** Accepted, and this weakness is written down. */
        FLAG,
        /** Not made here; the note says why. */
        LEFT_OUT;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    static Expected of(String text) {
        Outcome outcome = Arrays.stream(Outcome.values())
                .filter(each -> text.equals(each.word()) || text.startsWith(each.word() + " "))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no outcome: " + text));
        String word = text.substring(outcome.word().length()).strip();
        boolean named = outcome == Outcome.REFUSE || outcome == Outcome.FLAG;
        if (named == word.isEmpty()) {
            throw new IllegalArgumentException("refuse and flag need a word, accept and left out have none: " + text);
        }
        return new Expected(outcome, word);
    }

    @Override
    public String toString() {
        return (outcome.word() + " " + word).strip();
    }
}
