package fr.tessere.keycloak.login;

import fr.tessere.keycloak.token.Methods;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.CookieAuthenticator;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/** A session of today counts at a service only if a document or passkey began it: an officer's password is nobody's identity. */
final class CitizenSession extends CookieAuthenticator {
    @Override
    public void authenticate(AuthenticationFlowContext context) {
        AuthResult known =
                AuthenticationManager.authenticateIdentityCookie(context.getSession(), context.getRealm(), true);
        if (known != null && known.session().getNote(Methods.NOTE) == null) {
            context.attempted();
        } else {
            super.authenticate(context);
        }
    }
}
