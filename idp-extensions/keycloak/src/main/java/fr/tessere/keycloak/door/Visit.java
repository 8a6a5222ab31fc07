package fr.tessere.keycloak.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.tessere.verification.assurance.AssuranceLevel;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.authentication.authenticators.util.LoAUtil;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.Constants;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/**
 * Somebody who signed in for these pages.
 *
 * @param account of the person
 * @param session at the identity provider
 * @param here its part for these pages
 */
public record Visit(UserModel account, UserSessionModel session, AuthenticatedClientSessionModel here) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** True if this level was reached for these pages in this session, at whatever time. */
    public boolean reached(AssuranceLevel level) {
        return AcrStore.getCurrentLevelOfAuthentication(here) >= number(level);
    }

    /**
     * True if it was reached, and not longer ago than the realm's sign-in says: what a service could still have without
     * asking the person for anything.
     */
    public boolean holds(AssuranceLevel level, Instant at) {
        Integer seconds = LoAUtil.getLoaMaxAgesConfiguredInRealmBrowserFlow(session.getRealm())
                .get(number(level));
        return reached(level)
                && seconds != null
                && since(level)
                        .filter(since -> !at.isAfter(since.plusSeconds(seconds)))
                        .isPresent();
    }

    /** What was shown before this no longer counts for this level, by the realm's sign-in; now, if it has no age there. */
    public Instant earliest(AssuranceLevel level, Instant at) {
        Integer seconds = LoAUtil.getLoaMaxAgesConfiguredInRealmBrowserFlow(session.getRealm())
                .get(number(level));
        return at.minusSeconds(seconds == null ? 0 : seconds);
    }

    /** When it was reached last, in whole seconds, as Keycloak's own note of the session says. */
    private Optional<Instant> since(AssuranceLevel level) {
        String note = session.getNote(Constants.LOA_MAP);
        if (note == null) {
            return Optional.empty();
        }
        try {
            Map<Integer, Long> times = JSON.readValue(note, new TypeReference<>() {});
            return Optional.ofNullable(times.get(number(level))).map(Instant::ofEpochSecond);
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        }
    }

    /** Levels are numbered from 1 in the realm's {@code acr.loa.map}. */
    private static int number(AssuranceLevel level) {
        return level.ordinal() + 1;
    }
}
