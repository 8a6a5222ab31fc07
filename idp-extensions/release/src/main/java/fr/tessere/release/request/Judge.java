package fr.tessere.release.request;

import fr.tessere.claims.request.AskedLevel;
import fr.tessere.claims.request.ClaimsParameter;
import fr.tessere.claims.request.MalformedRequestException;
import fr.tessere.claims.request.RequestRules;
import fr.tessere.keycloak.login.Demand;
import fr.tessere.keycloak.login.ServiceError;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.assurance.AssuranceLevel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.endpoints.request.AuthorizationEndpointRequest;
import org.keycloak.protocol.oidc.endpoints.request.AuthzEndpointRequestParser;
import org.keycloak.protocol.oidc.utils.AcrUtils;

/** Judges an authorization request, whichever way it came: with the browser, or pushed by the service. */
final class Judge {
    private final KeycloakSession session;

    Judge(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Why a request is not taken.
     *
     * @param error the standard's word
     * @param description the rule that was broken
     * @param event the word for the log
     */
    record Refusal(String error, String description, String event) {}

    /**
     * Empty if the request may be asked.
     *
     * @param sent the parameters as they came
     * @param request what Keycloak read in them
     */
    Optional<Refusal> refusal(
            ClientModel client, Map<String, List<String>> sent, AuthorizationEndpointRequest request) {
        if (!speaksOfOurLevels(client.getRealm())) {
            return Optional.empty();
        }
        try {
            RequestRules.require(sent);
            requireWhole(request);
            RequestRules.requireParsed(text(request.getScope()), text(request.getPrompt()));
            ClaimsParameter claims = Demand.claims(request.getClaims());
            return AskedLevel.of(text(request.getAcr()), claims, Demand.levels(client))
                            .isPresent()
                    ? Optional.empty()
                    : Optional.of(new Refusal(
                            ServiceError.UNMET,
                            ServiceError.description(RefusalCode.LEVEL_NOT_REACHED),
                            RefusalCode.LEVEL_NOT_REACHED.word()));
        } catch (MalformedRequestException broken) {
            return Optional.of(new Refusal(broken.error(), broken.rule(), OAuthErrorException.INVALID_REQUEST));
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

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
