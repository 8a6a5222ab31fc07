package fr.tessere.keycloak.token;

import fr.tessere.keycloak.settings.KeyHolder;
import fr.tessere.keycloak.settings.Secret;
import fr.tessere.keycloak.settings.Sector;
import fr.tessere.protocol.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.LogoutTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.representations.LogoutToken;

/**
 * Another subject for each {@link Sector} (OpenID Connect Core §8.1): HMAC of sector and account under a key of the secret.
 * Keycloak's own mapper knows no sector but a host; it would give all services with several hosts the same one.
 */
public final class PairwiseSubjectMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper,
                OIDCIDTokenMapper,
                TokenIntrospectionTokenMapper,
                LogoutTokenMapper,
                UserInfoTokenMapper {
    /** Provider id, with the ending by which Keycloak knows a mapper of pairwise subjects. */
    public static final String ID = "oidc-tessere-pairwise-sub-mapper";

    private volatile @Nullable Bytes key;

    @Override
    public IDToken transformIDToken(
            IDToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        return told(token, session, userSession, context);
    }

    @Override
    public AccessToken transformAccessToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        return told(token, session, userSession, context);
    }

    @Override
    public AccessToken transformIntrospectionToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        return told(token, session, userSession, context);
    }

    @Override
    public LogoutToken transformLogoutToken(
            LogoutToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        return told(token, session, userSession, context);
    }

    @Override
    public AccessToken transformUserInfoToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        token.getOtherClaims().put("sub", subject(session, userSession, context));
        return token;
    }

    private <T extends JsonWebToken> T told(
            T token, KeycloakSession session, UserSessionModel userSession, ClientSessionContext context) {
        token.setSubject(subject(session, userSession, context));
        return token;
    }

    private String subject(KeycloakSession session, UserSessionModel userSession, ClientSessionContext context) {
        Sector sector = Sector.of(context.getClientSession().getClient());
        return subject(key(session), sector.name(), userSession.getUser().getId());
    }

    /** By which subject this client knows this person. */
    public static String subject(KeycloakSession session, ClientModel client, UserModel person) {
        return subject(keyOf(session), Sector.of(client).name(), person.getId());
    }

    static String subject(Bytes key, String sector, String account) {
        // an account's id has no space
        Bytes message = Bytes.of((sector + " " + account).getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Secret.digest(key, message).toArray());
    }

    private Bytes key(KeycloakSession session) {
        Bytes known = key;
        if (known == null) {
            known = keyOf(session);
            key = known;
        }
        return known;
    }

    private static Bytes keyOf(KeycloakSession session) {
        return KeyHolder.of(session).secret().key("tessere pairwise subject");
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
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
        return "Pairwise subject (Tessère)";
    }

    @Override
    public String getHelpText() {
        return "Another subject for each body's services, from the secret of this installation";
    }
}
