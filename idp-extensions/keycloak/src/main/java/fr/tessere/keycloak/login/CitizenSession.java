package fr.tessere.keycloak.login;

import fr.tessere.keycloak.token.Methods;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.CookieAuthenticator;
import org.keycloak.models.Constants;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.sessions.AuthenticationSessionModel;

/** A session of today counts at a service only if a document or passkey began it: an officer's password is nobody's identity. */
final class CitizenSession extends CookieAuthenticator {
    @Override
    public void authenticate(AuthenticationFlowContext context) {
        demand(context.getAuthenticationSession());
        AuthResult known =
                AuthenticationManager.authenticateIdentityCookie(context.getSession(), context.getRealm(), true);
        if (known != null && known.session().getNote(Methods.NOTE) == null) {
            context.attempted();
        } else {
            super.authenticate(context);
        }
    }

    /**
     * Keycloak compares the session with the level that we understand the service to ask for, and a session of now with an age
     * of 0 as with {@code prompt=login} (OpenID Connect Core §3.1.2.1). What is not reached is refused where claims are
     * released, at the address of the service, and not by a page of Keycloak's.
     */
    private static void demand(AuthenticationSessionModel browser) {
        int least =
                Demand.level(browser).map(asked -> asked.least().ordinal() + 1).orElse(Integer.MAX_VALUE);
        browser.setClientNote(Constants.REQUESTED_LEVEL_OF_AUTHENTICATION, String.valueOf(least));
        browser.removeClientNote(Constants.FORCE_LEVEL_OF_AUTHENTICATION);
        if ("0".equals(browser.getClientNote(OIDCLoginProtocol.MAX_AGE_PARAM))
                && browser.getClientNote(OIDCLoginProtocol.PROMPT_PARAM) == null) {
            browser.setClientNote(OIDCLoginProtocol.PROMPT_PARAM, OIDCLoginProtocol.PROMPT_VALUE_LOGIN);
        }
    }
}
