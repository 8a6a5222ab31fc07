package fr.tessere.keycloak.login;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.assurance.AssuranceLevel;
import java.util.Optional;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.TokenRefreshResponseContext;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/**
 * A refresh token gives nothing more once the document of its session is reported (RFC 6749 §5.2, {@code invalid_grant}).
 * It is asked when the new tokens are made, because only then Keycloak has shown whose refresh token it is.
 */
final class SessionDocumentExecutor
        implements ClientPolicyExecutorProvider<ClientPolicyExecutorConfigurationRepresentation> {
    private final KeycloakSession session;

    SessionDocumentExecutor(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public String getProviderId() {
        return SessionDocumentExecutorFactory.ID;
    }

    @Override
    public void executeOnEvent(ClientPolicyContext context) throws ClientPolicyException {
        if (context instanceof TokenRefreshResponseContext refreshed) {
            Optional<RefusalCode> refusal = new SessionDocument(session)
                    .refusal(refreshed.getClientSession().getUserSession(), level(refreshed));
            if (refusal.isPresent()) {
                throw new ClientPolicyException(
                        OAuthErrorException.INVALID_GRANT, ServiceError.description(refusal.get()));
            }
        }
    }

    private static AssuranceLevel level(TokenRefreshResponseContext refreshed) {
        return Optional.ofNullable(refreshed
                        .getAccessTokenResponseBuilder()
                        .getAccessToken()
                        .getAcr())
                .flatMap(AssuranceLevel::ofAcr)
                .orElse(AssuranceLevel.EIDAS3);
    }
}
