package fr.tessere.release.request;

import fr.tessere.release.request.Judge.Refusal;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointCheckProvider;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointChecker;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointChecker.AuthorizationCheckException;

/**
 * Runs where Keycloak has made sure of client, redirect address and response type, and has not begun a sign-in: a refusal
 * goes to the redirect address with the standard's error.
 */
final class RequestCheck implements AuthorizationEndpointCheckProvider {
    private final Judge judge;

    RequestCheck(KeycloakSession session) {
        judge = new Judge(session);
    }

    @Override
    public void check(AuthorizationEndpointChecker checker) throws AuthorizationCheckException {
        Optional<Refusal> refusal =
                judge.refusal(checker.getClient(), checker.getQueryParams(), checker.getAuthorizationEndpointRequest());
        if (refusal.isPresent()) {
            checker.getEventBuilder().error(refusal.get().event());
            throw new AuthorizationCheckException(
                    Status.BAD_REQUEST, refusal.get().error(), refusal.get().description());
        }
    }

    @Override
    public void close() {}
}
