package fr.tessere.demo.settings;

import java.util.Arrays;
import java.util.Optional;

/** Levels of assurance in rising order (eIDAS 2015/1502). The word is the {@code acr} value on the wire. */
public enum AssuranceLevel {
    /** Low. */
    EIDAS1("eidas1"),
    /** Substantial. */
    EIDAS2("eidas2"),
    /** High. */
    EIDAS3("eidas3");

    private final String word;

    AssuranceLevel(String word) {
        this.word = word;
    }

    /** The {@code acr} value. */
    public String word() {
        return word;
    }

    /** True when this level is at least as strong as the other. */
    public boolean reaches(AssuranceLevel other) {
        return compareTo(other) >= 0;
    }

    /** The level of exactly this word; empty for any other, whatever its spelling: an unknown level proves nothing. */
    public static Optional<AssuranceLevel> of(String word) {
        return Arrays.stream(values()).filter(level -> level.word.equals(word)).findFirst();
    }
}
