package fr.tessere.keycloak.settings;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuthErrorException;
import org.keycloak.authentication.authenticators.client.X509ClientAuthenticator;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.ClientCRUDContext;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/**
 * A client that proves itself by TLS (RFC 8705 §2.1) is registered with the exact subject of its certificate and of the
 * authority that issues it. Keycloak takes a pattern for the one and does without the other: then any authority that the
 * server knows for any purpose could name itself anything.
 */
public final class ClientCertificateExecutor
        implements ClientPolicyExecutorProvider<ClientPolicyExecutorConfigurationRepresentation> {
    /** The subject is no pattern. */
    private static final String EXACT = "false";

    private final KeycloakSession session;

    ClientCertificateExecutor(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public String getProviderId() {
        return ClientCertificateExecutorFactory.ID;
    }

    @Override
    public void executeOnEvent(ClientPolicyContext context) throws ClientPolicyException {
        switch (context.getEvent()) {
            case REGISTER, UPDATE -> complete((ClientCRUDContext) context);
            case PUSHED_AUTHORIZATION_REQUEST, AUTHORIZATION_REQUEST, TOKEN_REQUEST, TOKEN_REFRESH ->
                require(attributes(session.getContext().getClient()), OAuthErrorException.UNAUTHORIZED_CLIENT);
            default -> {
                // the others give nothing
            }
        }
    }

    /** A pattern is what Keycloak takes the subject for unless it is told otherwise. */
    private static void complete(ClientCRUDContext change) throws ClientPolicyException {
        Map<String, String> proposed = change.getProposedClientRepresentation().getAttributes();
        if (proposed != null) {
            proposed.putIfAbsent(X509ClientAuthenticator.ATTR_ALLOW_REGEX_PATTERN_COMPARISON, EXACT);
        }
        require(
                proposed == null ? attributes(change.getTargetClient()) : proposed,
                OAuthErrorException.INVALID_CLIENT_METADATA);
    }

    private static void require(Map<String, String> attributes, String error) throws ClientPolicyException {
        if (attributes.getOrDefault(X509ClientAuthenticator.ATTR_SUBJECT_DN, "").isBlank()
                || attributes
                        .getOrDefault(X509ClientAuthenticator.ATTR_CA_SUBJECT_DN, "")
                        .isBlank()
                || !EXACT.equals(attributes.get(X509ClientAuthenticator.ATTR_ALLOW_REGEX_PATTERN_COMPARISON))) {
            throw new ClientPolicyException(
                    error,
                    "a client certificate is registered by its exact subject (%s) and its authority's (%s)"
                            .formatted(
                                    X509ClientAuthenticator.ATTR_SUBJECT_DN,
                                    X509ClientAuthenticator.ATTR_CA_SUBJECT_DN));
        }
    }

    private static Map<String, String> attributes(@Nullable ClientModel client) {
        return client == null ? Map.of() : client.getAttributes();
    }
}
