package fr.tessere.keycloak.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.AuthorizationRequestContext;
import org.keycloak.services.clientpolicy.context.ClientCRUDContext;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/**
 * Return addresses are whole and exact: https, or http on the person's own machine while a service is being built; no
 * wildcard, fragment or user part (RFC 9700 §2.1). Keycloak's own rule cannot tell that machine from any other.
 */
public final class ExactAddressesExecutor
        implements ClientPolicyExecutorProvider<ClientPolicyExecutorConfigurationRepresentation> {
    private static final Set<String> OWN_MACHINE = Set.of("127.0.0.1", "[::1]", "localhost");
    private static final String AFTER_LOGOUT = "post.logout.redirect.uris";

    ExactAddressesExecutor(KeycloakSession session) {}

    @Override
    public String getProviderId() {
        return ExactAddressesExecutorFactory.ID;
    }

    @Override
    public void executeOnEvent(ClientPolicyContext context) throws ClientPolicyException {
        switch (context.getEvent()) {
            case REGISTER, UPDATE -> {
                for (String address : addresses(((ClientCRUDContext) context).getProposedClientRepresentation())) {
                    requireExact(address, OAuthErrorException.INVALID_CLIENT_METADATA);
                }
            }
            case AUTHORIZATION_REQUEST ->
                requireExact(
                        ((AuthorizationRequestContext) context).getRedirectUri(), OAuthErrorException.INVALID_REQUEST);
            default -> {
                // the others carry no address
            }
        }
    }

    private static List<String> addresses(ClientRepresentation client) {
        List<String> all = new ArrayList<>();
        if (client.getRedirectUris() != null) {
            all.addAll(client.getRedirectUris());
        }
        Map<String, String> attributes = client.getAttributes();
        String afterLogout = attributes == null ? null : attributes.get(AFTER_LOGOUT);
        if (afterLogout != null && !afterLogout.isBlank()) {
            all.addAll(Arrays.asList(afterLogout.split("##")));
        }
        return all;
    }

    private static void requireExact(@Nullable String address, String error) throws ClientPolicyException {
        if (address == null || !isExact(address)) {
            throw new ClientPolicyException(
                    error, "a return address is exact and https, or http on the machine of the browser");
        }
    }

    static boolean isExact(String address) {
        try {
            URI uri = new URI(address);
            boolean own = OWN_MACHINE.contains(String.valueOf(uri.getHost()));
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || own && "http".equals(uri.getScheme()))
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null
                    && address.indexOf('*') < 0;
        } catch (URISyntaxException notOne) {
            return false;
        }
    }
}
