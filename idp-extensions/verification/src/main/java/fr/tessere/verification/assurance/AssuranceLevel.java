package fr.tessere.verification.assurance;

import java.util.Arrays;
import java.util.Optional;

/** Levels in the vocabulary of eIDAS 2015/1502, in rising order. Design targets: nobody certified anything. */
public enum AssuranceLevel {
    /** Low. */
    EIDAS1("eidas1"),
    /** Substantial. */
    EIDAS2("eidas2"),
    /** High. */
    EIDAS3("eidas3");

    private final String acr;

    AssuranceLevel(String acr) {
        this.acr = acr;
    }

    /** The value of the claim {@code acr}. */
    public String acr() {
        return acr;
    }

    /** True if this level is the other one or a higher one. */
    public boolean reaches(AssuranceLevel other) {
        return compareTo(other) >= 0;
    }

    /** The level with this {@code acr}. */
    public static Optional<AssuranceLevel> ofAcr(String acr) {
        return Arrays.stream(values()).filter(level -> level.acr.equals(acr)).findFirst();
    }
}
