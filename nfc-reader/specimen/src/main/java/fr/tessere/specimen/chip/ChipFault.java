package fr.tessere.specimen.chip;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way in which a chip breaks the standard: its answer in one step is not the one that the standard asks for.
 *
 * @param step in which step, for example {@code pace-nonce}
 * @param change how the answer differs, for example {@code tag}
 * @param value what the change needs, often hexadecimal; empty if it needs nothing
 */
public record ChipFault(String step, String change, String value) {
    private static final Pattern WORD = Pattern.compile("([a-z0-9-]+):([a-z-]+)(?::([0-9A-Za-z-]*))?");

    public ChipFault {
        Step.ofWord(step);
        Change.ofWord(change);
    }

    /** The fault with this word, for example {@code pace-nonce:tag:90}. */
    public static ChipFault ofWord(String word) {
        Matcher parts = WORD.matcher(word);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a fault of a chip is written step:change or step:change:value");
        }
        return new ChipFault(parts.group(1), parts.group(2), parts.group(3) == null ? "" : parts.group(3));
    }

    /** The word that {@link #ofWord} understands. */
    public String word() {
        return step + ":" + change + (value.isEmpty() ? "" : ":" + value);
    }
}
