package fr.tessere.keycloak.login;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.CookieAuthenticatorFactory;
import org.keycloak.models.KeycloakSession;

/** The browser-flow step "a session that a document began": {@code tessere-citizen-session}. */
public final class CitizenSessionFactory extends CookieAuthenticatorFactory {
    private static final CitizenSession STEP = new CitizenSession();

    @Override
    public Authenticator create(KeycloakSession session) {
        return STEP;
    }

    @Override
    public String getId() {
        return "tessere-citizen-session";
    }

    @Override
    public String getDisplayType() {
        return "Session of a citizen (Tessère)";
    }

    @Override
    public String getHelpText() {
        return "Goes on with a session of today if an identity document began it";
    }
}
