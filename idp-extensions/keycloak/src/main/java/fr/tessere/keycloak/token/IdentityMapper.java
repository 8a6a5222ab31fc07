package fr.tessere.keycloak.token;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;

/** Puts one {@link Part} of what is known of a sign-in into tokens and userinfo, where the client scope it stands in was asked for. */
public final class IdentityMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper, OIDCIDTokenMapper, UserInfoTokenMapper {
    /** Provider id. */
    public static final String ID = "tessere-identity-mapper";

    private static final String PART = "part";

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mapper,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext context) {
        Optional<Part> part = Part.ofWord(mapper.getConfig().getOrDefault(PART, ""));
        part.flatMap(asked -> IdentityNote.of(session)
                        .open(userSession)
                        .map(citizen -> asked.claims(citizen, ComparedNote.behind(context.getClientSession()))))
                .ifPresent(token.getOtherClaims()::putAll);
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        ProviderConfigProperty part = new ProviderConfigProperty();
        part.setName(PART);
        part.setLabel("Part");
        part.setHelpText("What of the sign-in this scope tells");
        part.setType(ProviderConfigProperty.LIST_TYPE);
        part.setOptions(Arrays.stream(Part.values()).map(Part::word).toList());
        List<ProviderConfigProperty> properties = new ArrayList<>(List.of(part));
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, IdentityMapper.class);
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
        return "How the document was checked (Tessère)";
    }

    @Override
    public String getHelpText() {
        return "What was proven of the document that signed in, and nothing of the person";
    }
}
