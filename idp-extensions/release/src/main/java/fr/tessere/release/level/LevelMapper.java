package fr.tessere.release.level;

import fr.tessere.claims.request.AskedLevel;
import fr.tessere.claims.request.ClientLevels;
import fr.tessere.claims.request.MalformedRequestException;
import fr.tessere.keycloak.login.Demand;
import fr.tessere.verification.assurance.AssuranceLevel;
import java.util.Optional;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.mappers.AcrProtocolMapper;
import org.keycloak.representations.IDToken;

/** The claim {@code acr}: of the levels that the service named the highest that was reached, never a number, never more. */
public final class LevelMapper extends AcrProtocolMapper {
    /** Provider id. */
    public static final String ID = "tessere-level-mapper";

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mapper,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext context) {
        told(context.getClientSession()).map(AssuranceLevel::acr).ifPresent(token::setAcr);
    }

    /** Empty if no level of ours was reached, or not the one that was asked for: then no token says any. */
    public static Optional<AssuranceLevel> told(AuthenticatedClientSessionModel session) {
        Optional<AssuranceLevel> reached = Levels.ofNumber(AcrStore.getCurrentLevelOfAuthentication(session));
        return reached.flatMap(level -> asked(session).flatMap(asked -> asked.told(level)));
    }

    private static Optional<AskedLevel> asked(AuthenticatedClientSessionModel session) {
        String acrValues = session.getNote(OIDCLoginProtocol.ACR_PARAM);
        ClientLevels levels = Demand.levels(session.getClient());
        try {
            return AskedLevel.of(
                    acrValues == null ? "" : acrValues,
                    Demand.claims(session.getNote(OIDCLoginProtocol.CLAIMS_PARAM)),
                    levels);
        } catch (MalformedRequestException refusedBefore) {
            return Optional.empty();
        }
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "Level of assurance (Tessère)";
    }

    @Override
    public String getHelpText() {
        return "The level that was reached, in the words that the service asked with";
    }
}
