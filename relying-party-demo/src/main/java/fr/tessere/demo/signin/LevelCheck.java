package fr.tessere.demo.signin;

import fr.tessere.demo.settings.AssuranceLevel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Is the level in the token known, and as high as asked? OpenID Connect lets a provider answer with a lower
 * {@code acr} than asked, so the service must look for itself (Core 1.0 §3.1.2.1, acr_values).
 */
public final class LevelCheck {
    private final AssuranceLevel asked;

    /** A check against the level this service asks for. */
    public LevelCheck(AssuranceLevel asked) {
        this.asked = asked;
    }

    /** The proven level, or empty when the token's {@code acr} is missing, unknown or lower than asked. */
    public Optional<AssuranceLevel> provenBy(@Nullable String acr) {
        return Optional.ofNullable(acr).flatMap(AssuranceLevel::of).filter(level -> level.reaches(asked));
    }
}
