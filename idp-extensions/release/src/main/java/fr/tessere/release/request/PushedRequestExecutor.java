package fr.tessere.release.request;

import fr.tessere.release.request.Judge.Refusal;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.par.clientpolicy.context.PushedAuthorizationRequestContext;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/**
 * A pushed request is judged when it is pushed: the service learns at once, by the standard's error, what the person would
 * learn later (RFC 9126 §2.1: "validate the pushed request as it would an authorization request").
 */
final class PushedRequestExecutor
        implements ClientPolicyExecutorProvider<ClientPolicyExecutorConfigurationRepresentation> {
    private final Judge judge;

    PushedRequestExecutor(KeycloakSession session) {
        judge = new Judge(session);
    }

    @Override
    public String getProviderId() {
        return PushedRequestExecutorFactory.ID;
    }

    @Override
    public void executeOnEvent(ClientPolicyContext context) throws ClientPolicyException {
        if (context instanceof PushedAuthorizationRequestContext pushed) {
            Optional<Refusal> refusal =
                    judge.refusal(pushed.getClient(), pushed.getRequestParameters(), pushed.getRequest());
            if (refusal.isPresent()) {
                throw new ClientPolicyException(
                        refusal.get().error(), refusal.get().description());
            }
        }
    }
}
