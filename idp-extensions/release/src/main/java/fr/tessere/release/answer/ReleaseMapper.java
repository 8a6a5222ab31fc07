package fr.tessere.release.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.tessere.claims.assurance.VerifiedClaims;
import fr.tessere.claims.places.Gazetteer;
import fr.tessere.claims.request.AskedClaim;
import fr.tessere.claims.request.VerifiedRequest;
import fr.tessere.keycloak.token.ComparedNote;
import fr.tessere.keycloak.token.IdentityNote;
import fr.tessere.release.level.LevelMapper;
import fr.tessere.verification.assurance.AssuranceLevel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;

/** Releases a person's claims: a scope's to userinfo, and to the ID token only what was asked for it by name. */
public final class ReleaseMapper extends AbstractOIDCProtocolMapper implements OIDCIDTokenMapper, UserInfoTokenMapper {
    /** Provider id. */
    public static final String ID = "tessere-release-mapper";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private volatile @Nullable Gazetteer places;

    @Override
    public AccessToken transformUserInfoToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        Asked asked = asked(context);
        Answer answer = new Answer(
                asked.userinfo(), asked.claims().userinfo(), asked.claims().verifiedUserinfo());
        release(token, session, userSession, context, asked, answer);
        return token;
    }

    @Override
    public IDToken transformIDToken(
            IDToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        Asked asked = asked(context);
        Answer answer = new Answer(
                asked.idToken(), asked.claims().idToken(), asked.claims().verifiedIdToken());
        release(token, session, userSession, context, asked, answer);
        return token;
    }

    private void release(
            IDToken token,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context,
            Asked asked,
            Answer answer) {
        AuthenticatedClientSessionModel client = context.getClientSession();
        Granted granted = Granted.of(client.getClient(), client.getNote(Granted.NOTE));
        Instant at = Instant.ofEpochSecond(Time.currentTime());
        IdentityNote.of(session).open(userSession).ifPresent(citizen -> {
            PersonClaims person =
                    PersonClaims.of(citizen, DeclaredNote.of(session).read(userSession), places(), at);
            person.named(granted.of(answer.names())).forEach((name, value) -> {
                if (answer.accepts(name, value)) {
                    token.setOtherClaims(name, value);
                }
            });
            Optional<AssuranceLevel> level = LevelMapper.told(client);
            if (level.isPresent() && !answer.verified().isEmpty()) {
                Set<String> may = granted.of(asked.allowed());
                List<JsonNode> verified = new VerifiedClaims(
                                person.document(ComparedNote.behind(client), may.contains("document_type")),
                                level.get(),
                                person.signed(may))
                        .answer(answer.verified(), at);
                putVerified(token, verified);
            }
        });
    }

    private static void putVerified(IDToken token, List<JsonNode> answers) {
        if (answers.size() == 1) {
            token.setOtherClaims("verified_claims", answers.get(0));
        } else if (!answers.isEmpty()) {
            token.setOtherClaims("verified_claims", answers);
        }
    }

    private static Asked asked(ClientSessionContext context) {
        AuthenticatedClientSessionModel client = context.getClientSession();
        return Asked.of(client.getClient(), context.getScopeString(), client.getNote(OIDCLoginProtocol.CLAIMS_PARAM));
    }

    private Gazetteer places() {
        Gazetteer known = places;
        if (known == null) {
            known = Gazetteer.load();
            places = known;
        }
        return known;
    }

    private record Answer(Set<String> names, Map<String, AskedClaim> wishes, List<VerifiedRequest> verified) {
        boolean accepts(String name, Object value) {
            AskedClaim wish = wishes.get(name);
            return wish == null || wish.accepts(JSON.valueToTree(value));
        }
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
        return "Claims of a person (Tessère)";
    }

    @Override
    public String getHelpText() {
        return "What scopes and the parameter claims ask for, as far as the person agreed";
    }
}
