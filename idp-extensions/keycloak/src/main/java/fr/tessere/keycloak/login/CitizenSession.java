package fr.tessere.keycloak.login;

import fr.tessere.keycloak.token.Methods;
import fr.tessere.verification.assurance.AssuranceLevel;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.CookieAuthenticator;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A session of today counts at a service only if a document or passkey began it: a password is nobody's identity. Nor does it
 * count where the service names another person.
 */
final class CitizenSession extends CookieAuthenticator {
    @Override
    public void authenticate(AuthenticationFlowContext context) {
        demand(context.getAuthenticationSession());
        AuthResult known =
                AuthenticationManager.authenticateIdentityCookie(context.getSession(), context.getRealm(), true);
        if (known != null && !counts(context, known.session())) {
            context.attempted();
        } else {
            super.authenticate(context);
        }
    }

    /** Where it does not, the document is asked for, and its reading says what stands against it. */
    private static boolean counts(AuthenticationFlowContext context, UserSessionModel known) {
        KeycloakSession session = context.getSession();
        AssuranceLevel asked = Reception.of(session).asked(context.getAuthenticationSession());
        return known.getNote(Methods.NOTE) != null
                && new NamedSubject(session).mayBe(context.getAuthenticationSession(), known.getUser())
                && new SessionDocument(session).refusal(known, asked).isEmpty();
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
        // a session of the client keeps the parameters of earlier requests unless later ones replace them
        replace(browser, OIDCLoginProtocol.ACR_PARAM, "");
        replace(browser, OIDCLoginProtocol.CLAIMS_PARAM, "{}");
        if ("0".equals(browser.getClientNote(OIDCLoginProtocol.MAX_AGE_PARAM))) {
            String prompt = browser.getClientNote(OIDCLoginProtocol.PROMPT_PARAM);
            browser.setClientNote(
                    OIDCLoginProtocol.PROMPT_PARAM,
                    ((prompt == null ? "" : prompt) + " " + OIDCLoginProtocol.PROMPT_VALUE_LOGIN).strip());
        }
    }

    private static void replace(AuthenticationSessionModel browser, String parameter, String nothing) {
        if (browser.getClientNote(parameter) == null) {
            browser.setClientNote(parameter, nothing);
        }
    }
}
