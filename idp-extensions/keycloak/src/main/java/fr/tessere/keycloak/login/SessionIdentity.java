package fr.tessere.keycloak.login;

import fr.tessere.keycloak.token.IdentityNote;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Who a session knows the person to be. Both lie in its notes, and are always replaced together.
 *
 * @param sealed the identity note, sealed for the account
 * @param document keyed digest of the document that said so, as the account has it
 */
public record SessionIdentity(String sealed, String document) {
    /** That of these notes, by their names. */
    static Optional<SessionIdentity> of(Function<String, @Nullable String> notes) {
        String sealed = notes.apply(IdentityNote.NAME);
        String document = notes.apply(HolderStanding.DOCUMENT);
        return sealed == null || document == null
                ? Optional.empty()
                : Optional.of(new SessionIdentity(sealed, document));
    }

    /** The session that this sign-in begins knows it. */
    void into(AuthenticationSessionModel browser) {
        browser.setUserSessionNote(IdentityNote.NAME, sealed);
        browser.setUserSessionNote(HolderStanding.DOCUMENT, document);
    }

    @Override
    public String toString() {
        return "SessionIdentity[hidden]";
    }
}
