package fr.tessere.release.answer;

import fr.tessere.claims.pivot.Declared;
import fr.tessere.keycloak.login.Reception;
import fr.tessere.keycloak.token.SignedInCitizen;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/** What services would receive of a person, letter by letter, and where each part comes from: for the person's own eyes. */
public final class OwnClaims {
    private final KeycloakSession session;

    private OwnClaims(KeycloakSession session) {
        this.session = session;
    }

    /** Those of one request. */
    public static OwnClaims of(KeycloakSession session) {
        return new OwnClaims(session);
    }

    /** What this session would send of the citizen who began it, with what the person said in it. */
    public List<Told> in(UserSessionModel userSession, SignedInCitizen citizen) {
        return told(citizen, DeclaredNote.of(session).read(userSession));
    }

    /** What a session would send in which nothing is said, for example one that a passkey begins. */
    public List<Told> alone(SignedInCitizen citizen) {
        return told(citizen, Declared.NOTHING);
    }

    private List<Told> told(SignedInCitizen citizen, Declared declared) {
        return PersonClaims.of(
                        citizen, declared, Places.all(), Reception.of(session).now())
                .ofThePerson();
    }

    /**
     * A claim.
     *
     * @param claim its name
     * @param value as it is sent
     * @param origin word of where it comes from: {@code dg1}, {@code dg11} or {@code self-declared}
     */
    public record Told(String claim, String value, String origin) {
        @Override
        public String toString() {
            return "Told[" + claim + "]";
        }
    }
}
