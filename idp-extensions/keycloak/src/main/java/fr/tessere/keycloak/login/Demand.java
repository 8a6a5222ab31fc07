package fr.tessere.keycloak.login;

import fr.tessere.claims.request.AskedLevel;
import fr.tessere.claims.request.ClaimsParameter;
import fr.tessere.claims.request.ClientLevels;
import fr.tessere.claims.request.MalformedRequestException;
import java.util.Optional;
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

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
