package fr.tessere.keycloak.token;

import fr.tessere.verification.assurance.AssuranceLevel;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;

/** Puts {@code amr} into tokens: what the level of this sign-in rests on ({@link Methods#amr}). Nothing, no claim. */
public final class MethodMapper extends AbstractOIDCProtocolMapper implements OIDCAccessTokenMapper, OIDCIDTokenMapper {
    /** Provider id. */
    public static final String ID = "tessere-method-mapper";

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mapper,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext context) {
        List<String> words = Methods.ofNote(userSession.getNote(Methods.NOTE)).amr(level(context));
        if (!words.isEmpty()) {
            token.getOtherClaims().put("amr", words);
        }
    }

    /** Levels are numbered from 1 in the realm's {@code acr.loa.map}. */
    private static AssuranceLevel level(ClientSessionContext context) {
        int number = AcrStore.getCurrentLevelOfAuthentication(context.getClientSession());
        AssuranceLevel[] levels = AssuranceLevel.values();
        return levels[Math.max(1, Math.min(number, levels.length)) - 1];
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        List<ProviderConfigProperty> properties = new ArrayList<>();
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, MethodMapper.class);
        return properties;
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getDisplayType() {
        return "How the person signed in";
    }

    @Override
    public String getHelpText() {
        return "Authentication methods in the words of RFC 8176";
    }
}
