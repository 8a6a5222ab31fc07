package fr.tessere.keycloak.token;

import fr.tessere.verification.assurance.AssuranceLevel;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** When the holder of a session's document was compared with it: a note of the user session, for the highest level alone. */
public final class ComparedNote {
    private static final String NAME = "tessere.compared";

    private ComparedNote() {}

    /** The sign-in rests on this comparison. */
    public static void keep(AuthenticationSessionModel browser, Instant at) {
        browser.setUserSessionNote(NAME, Long.toString(at.toEpochMilli()));
    }

    /** The comparison on which the level of a client's session rests; empty below the highest level. */
    public static Optional<Instant> behind(AuthenticatedClientSessionModel client) {
        int highest = AssuranceLevel.EIDAS3.ordinal() + 1;
        return AcrStore.getCurrentLevelOfAuthentication(client) == highest
                ? of(client.getUserSession())
                : Optional.empty();
    }

    /** The comparison on which the session's highest level rests or rested. */
    public static Optional<Instant> of(UserSessionModel session) {
        return Optional.ofNullable(session.getNote(NAME)).map(Long::parseLong).map(Instant::ofEpochMilli);
    }
}
