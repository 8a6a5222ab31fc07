package fr.tessere.keycloak.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.ClientCRUDContext;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/**
 * ID token and userinfo are signed with ES256 and encrypted for the client's own key, or nothing is answered: key
 * management RSA-OAEP-256 or ECDH-ES, content A256GCM (RFC 7518 §4 and §5).
 */
public final class EncryptedAnswersExecutor
        implements ClientPolicyExecutorProvider<ClientPolicyExecutorConfigurationRepresentation> {
    private static final Set<String> KEY_MANAGEMENT = Set.of("RSA-OAEP-256", "ECDH-ES");
    private static final List<String> KEYS =
            List.of("id.token.encrypted.response.alg", "user.info.encrypted.response.alg");
    /** What has one right value; an administrator who says nothing gets it. */
    private static final Map<String, String> FIXED = Map.of(
            "id.token.signed.response.alg", "ES256",
            "user.info.response.signature.alg", "ES256",
            "id.token.encrypted.response.enc", "A256GCM",
            "user.info.encrypted.response.enc", "A256GCM");

    private final KeycloakSession session;

    EncryptedAnswersExecutor(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public String getProviderId() {
        return EncryptedAnswersExecutorFactory.ID;
    }

    @Override
    public void executeOnEvent(ClientPolicyContext context) throws ClientPolicyException {
        switch (context.getEvent()) {
            case REGISTER, UPDATE -> complete(((ClientCRUDContext) context).getProposedClientRepresentation());
            case AUTHORIZATION_REQUEST, TOKEN_REQUEST, USERINFO_REQUEST ->
                require(attributes(session.getContext().getClient()), OAuthErrorException.UNAUTHORIZED_CLIENT);
            default -> {
                // the others answer no identity
            }
        }
    }

    private static void complete(ClientRepresentation client) throws ClientPolicyException {
        Map<String, String> attributes = client.getAttributes() == null ? new HashMap<>() : client.getAttributes();
        FIXED.forEach(attributes::putIfAbsent);
        client.setAttributes(attributes);
        require(attributes, OAuthErrorException.INVALID_CLIENT_METADATA);
    }

    private static void require(Map<String, String> attributes, String error) throws ClientPolicyException {
        for (String name : KEYS) {
            if (!KEY_MANAGEMENT.contains(attributes.getOrDefault(name, ""))) {
                throw new ClientPolicyException(error, name + " must be one of " + KEY_MANAGEMENT);
            }
        }
        for (Map.Entry<String, String> fixed : FIXED.entrySet()) {
            if (!fixed.getValue().equals(attributes.get(fixed.getKey()))) {
                throw new ClientPolicyException(error, fixed.getKey() + " must be " + fixed.getValue());
            }
        }
    }

    private static Map<String, String> attributes(@Nullable ClientModel client) {
        return client == null ? Map.of() : client.getAttributes();
    }
}
