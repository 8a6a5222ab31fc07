package fr.tessere.release.answer;

import fr.tessere.claims.pivot.Declared;
import fr.tessere.keycloak.login.Reception;
import fr.tessere.keycloak.token.IdentityNote;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What would be released of the person who is signing in, before a code is issued. */
public final class PersonInSession {
    private final KeycloakSession session;

    private PersonInSession(KeycloakSession session) {
        this.session = session;
    }

    /** That of one request. */
    public static PersonInSession of(KeycloakSession session) {
        return new PersonInSession(session);
    }

    /** Claims with these names, as far as document and person said them; nothing if no document began the session. */
    public Map<String, Object> claims(AuthenticationSessionModel browser, Set<String> names) {
        Declared declared = DeclaredNote.of(session).read(browser).orElse(Declared.NOTHING);
        String owner = browser.getAuthenticatedUser().getId();
        return note(browser)
                .flatMap(note -> IdentityNote.of(session).open(note, owner))
                .map(citizen -> PersonClaims.of(
                        citizen, declared, Places.all(), Reception.of(session).now()))
                .map(person -> person.named(names))
                .orElse(Map.of());
    }

    /** The note of this sign-in, or of the session that it renews. */
    private Optional<String> note(AuthenticationSessionModel browser) {
        String now = browser.getUserSessionNotes().get(IdentityNote.NAME);
        UserSessionModel before = session.sessions()
                .getUserSession(browser.getRealm(), browser.getParentSession().getId());
        return now != null || before == null
                ? Optional.ofNullable(now)
                : Optional.ofNullable(before.getNote(IdentityNote.NAME));
    }
}
