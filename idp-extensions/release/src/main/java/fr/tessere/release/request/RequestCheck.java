package fr.tessere.release.request;

import fr.tessere.claims.request.AskedLevel;
import fr.tessere.claims.request.ClaimsParameter;
import fr.tessere.claims.request.MalformedRequestException;
import fr.tessere.claims.request.RequestRules;
import fr.tessere.keycloak.login.Demand;
import fr.tessere.keycloak.login.ServiceError;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.assurance.AssuranceLevel;
import jakarta.ws.rs.core.Response.Status;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointCheckProvider;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointChecker;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointChecker.AuthorizationCheckException;
import org.keycloak.protocol.oidc.endpoints.request.AuthorizationEndpointRequest;
import org.keycloak.protocol.oidc.endpoints.request.AuthzEndpointRequestParser;
import org.keycloak.protocol.oidc.utils.AcrUtils;

/**
 * Runs where Keycloak has made sure of client, redirect address and response type, and has not begun a sign-in: a refusal
 * goes to the redirect address with the standard's error.
 */
final class RequestCheck implements AuthorizationEndpointCheckProvider {
    private final KeycloakSession session;

    RequestCheck(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void check(AuthorizationEndpointChecker checker) throws AuthorizationCheckException {
        if (!speaksOfOurLevels(checker.getRealm())) {
            return;
        }
        try {
            RequestRules.require(checker.getQueryParams());
            AuthorizationEndpointRequest request = checker.getAuthorizationEndpointRequest();
            requireWhole(request);
            RequestRules.requireParsed(text(request.getScope()), text(request.getPrompt()));
            ClaimsParameter claims = Demand.claims(request.getClaims());
            if (AskedLevel.of(text(request.getAcr()), claims, Demand.levels(checker.getClient()))
                    .isEmpty()) {
                throw refused(
                        checker,
                        ServiceError.UNMET,
                        ServiceError.description(RefusalCode.LEVEL_NOT_REACHED),
                        "level-not-reached");
            }
        } catch (MalformedRequestException broken) {
            throw refused(checker, broken.error(), broken.rule(), OAuthErrorException.INVALID_REQUEST);
        }
    }

    /** A realm whose levels are not ours has rules of its own. */
    private static boolean speaksOfOurLevels(RealmModel realm) {
        Map<String, Integer> levels = AcrUtils.getAcrLoaMap(realm);
        return Arrays.stream(AssuranceLevel.values())
                .allMatch(level -> Objects.equals(levels.get(level.acr()), level.ordinal() + 1));
    }

    /** Keycloak leaves out of a signed request what is too long, and says nothing. */
    private void requireWhole(AuthorizationEndpointRequest request) throws MalformedRequestException {
        Object signed = session.getAttribute(AuthzEndpointRequestParser.AUTHZ_REQUEST_OBJECT);
        boolean asked = signed instanceof com.fasterxml.jackson.databind.JsonNode object
                && object.has(OIDCLoginProtocol.CLAIMS_PARAM);
        if (asked && request.getClaims() == null) {
            throw MalformedRequestException.request("claims: longer than what is read");
        }
    }

    private static AuthorizationCheckException refused(
            AuthorizationEndpointChecker checker, String error, String description, String event) {
        checker.getEventBuilder().error(event);
        return new AuthorizationCheckException(Status.BAD_REQUEST, error, description);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    @Override
    public void close() {}
}
