package fr.tessere.keycloak.login;

import fr.tessere.claims.request.AskedLevel;
import fr.tessere.claims.request.ClaimsParameter;
import fr.tessere.claims.request.ClientLevels;
import fr.tessere.claims.request.MalformedRequestException;
import fr.tessere.claims.request.ScopeContents;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.utils.AcrUtils;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What a service asks for, read from where Keycloak keeps it. */
public final class Demand {
    private Demand() {}

    /** The level that a request asks for; empty if nothing that is known here satisfies it. */
    public static Optional<AskedLevel> level(AuthenticationSessionModel browser) {
        try {
            return AskedLevel.of(
                    text(browser.getClientNote(OIDCLoginProtocol.ACR_PARAM)),
                    claims(browser.getClientNote(OIDCLoginProtocol.CLAIMS_PARAM)),
                    levels(browser.getClient()));
        } catch (MalformedRequestException refusedBefore) {
            return Optional.empty();
        }
    }

    /** What is set for a client: attributes {@code minimum.acr.value} and {@code default.acr.values}. */
    public static ClientLevels levels(ClientModel client) {
        return new ClientLevels(text(AcrUtils.getMinimumAcrValue(client)), AcrUtils.getDefaultAcrValues(client));
    }

    /** The parameter {@code claims}, nothing if it was not sent. */
    public static ClaimsParameter claims(@Nullable String parameter) throws MalformedRequestException {
        return parameter == null ? ClaimsParameter.NONE : ClaimsParameter.parse(parameter);
    }

    /** Names of the claims that the parameter {@code claims} names, where the service is registered for them. */
    static Set<String> names(AuthenticationSessionModel browser) {
        Set<String> registered =
                new HashSet<>(browser.getClient().getClientScopes(true).keySet());
        registered.addAll(browser.getClient().getClientScopes(false).keySet());
        try {
            Set<String> names = claims(browser.getClientNote(OIDCLoginProtocol.CLAIMS_PARAM))
                    .names();
            names.retainAll(ScopeContents.allowed(registered));
            return names;
        } catch (MalformedRequestException refusedBefore) {
            return Set.of();
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
