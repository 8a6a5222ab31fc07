package fr.tessere.keycloak.login;

import fr.tessere.keycloak.reading.Addresses;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.Wording;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Set;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.utils.OIDCRedirectUriBuilder;
import org.keycloak.protocol.oidc.utils.OIDCResponseMode;
import org.keycloak.protocol.oidc.utils.OIDCResponseType;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Sends the browser back to the service with an OAuth error that carries our code (RFC 6749 §4.1.2.1, RFC 9207). */
public final class ServiceError {
    /** What stands between a person and the level that the service asks for. */
    private static final Set<RefusalCode> LEVEL =
            Set.of(RefusalCode.LEVEL_NOT_REACHED, RefusalCode.HOLDER_NOT_COMPARED, RefusalCode.OTHER_DEVICE);

    private static final String ACCESS_DENIED = "access_denied";
    /** OpenID Connect Core Error Code unmet_authentication_requirements 1.0. */
    public static final String UNMET = "unmet_authentication_requirements";

    private final KeycloakSession session;
    private final Addresses addresses;

    ServiceError(KeycloakSession session, Addresses addresses) {
        this.session = session;
        this.addresses = addresses;
    }

    /** For the realm of this request. */
    public static ServiceError of(KeycloakSession session) {
        return new ServiceError(session, Desk.addresses(session));
    }

    /** The address of the service with the error; the browser's session for this sign-in ends. */
    public Response send(AuthenticationSessionModel browser, RefusalCode code) {
        OIDCRedirectUriBuilder address = address(browser);
        address.addParam("error", LEVEL.contains(code) ? UNMET : ACCESS_DENIED);
        address.addParam("error_description", description(code));
        address.addParam("error_uri", addresses.help(code));
        return away(browser, address);
    }

    /** The same where somebody signed in whom the service did not mean (OpenID Connect Core §3.1.2.1). */
    public Response somebodyElse(AuthenticationSessionModel browser) {
        OIDCRedirectUriBuilder address = address(browser);
        address.addParam("error", OAuthErrorException.LOGIN_REQUIRED);
        address.addParam("error_description", "the request names another person");
        return away(browser, address);
    }

    private OIDCRedirectUriBuilder address(AuthenticationSessionModel browser) {
        String responseType = browser.getClientNote(OIDCLoginProtocol.RESPONSE_TYPE_PARAM);
        OIDCResponseMode mode = OIDCResponseMode.parse(
                browser.getClientNote(OIDCLoginProtocol.RESPONSE_MODE_PARAM), OIDCResponseType.parse(responseType));
        return OIDCRedirectUriBuilder.fromUri(browser.getRedirectUri(), mode, session, null);
    }

    private Response away(AuthenticationSessionModel browser, OIDCRedirectUriBuilder address) {
        String state = browser.getClientNote(OIDCLoginProtocol.STATE_PARAM);
        if (state != null) {
            address.addParam("state", state);
        }
        address.addParam(
                "iss",
                Urls.realmIssuer(
                        session.getContext().getUri().getBaseUri(),
                        browser.getRealm().getName()));
        new AuthenticationSessionManager(session).removeTabIdInAuthenticationSession(browser.getRealm(), browser);
        return address.build();
    }

    /** What an error says to the service: the code, a colon, what happened. */
    public static String description(RefusalCode code) {
        return code.word() + ": " + new Wording(Locale.ENGLISH).happened(code);
    }
}
