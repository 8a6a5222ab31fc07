package fr.tessere.release.level;

import fr.tessere.verification.assurance.AssuranceLevel;
import java.util.Optional;

/** Levels as Keycloak numbers them, from 1, in the realm's {@code acr.loa.map}. */
public final class Levels {
    private Levels() {}

    /** The level of a number; none for what is below the lowest or above the highest. */
    public static Optional<AssuranceLevel> ofNumber(int number) {
        AssuranceLevel[] levels = AssuranceLevel.values();
        return number >= 1 && number <= levels.length ? Optional.of(levels[number - 1]) : Optional.empty();
    }
}
