package fr.tessere.keycloak.settings;

import java.util.Optional;
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
 * The sector of a service is known: named, or the one host of its return addresses. "If there are multiple hostnames in the
 * registered redirect_uris, the Client MUST register a sector_identifier_uri" (OpenID Connect Core §8.1); here an
 * administrator registers, and names the {@link Sector} itself. A realm file is read without these rules: what came by one
 * is refused at each request, before anybody is asked for a card.
 */
public final class SectorExecutor
        implements ClientPolicyExecutorProvider<ClientPolicyExecutorConfigurationRepresentation> {

    private final KeycloakSession session;

    SectorExecutor(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public String getProviderId() {
        return SectorExecutorFactory.ID;
    }

    @Override
    public void executeOnEvent(ClientPolicyContext context) throws ClientPolicyException {
        switch (context.getEvent()) {
            case REGISTER, UPDATE -> require((ClientCRUDContext) context);
            case AUTHORIZATION_REQUEST, PUSHED_AUTHORIZATION_REQUEST, TOKEN_REQUEST, TOKEN_REFRESH, USERINFO_REQUEST ->
                requireKnown(session.getContext().getClient());
            default -> {
                // nobody's subject is told
            }
        }
    }

    /** RFC 6749 §4.1.2.1 and §5.2: the service may not ask, until its registration is mended. */
    private static void requireKnown(ClientModel client) throws ClientPolicyException {
        if (Sector.find(client).isEmpty()) {
            throw new ClientPolicyException(
                    OAuthErrorException.UNAUTHORIZED_CLIENT,
                    "the service is registered with a " + Sector.ATTRIBUTE + " that is no host name in lower case");
        }
    }

    private static void require(ClientCRUDContext context) throws ClientPolicyException {
        ClientRepresentation proposed = context.getProposedClientRepresentation();
        String name = name(proposed, context.getTargetClient());
        Optional<Sector> sector;
        if (name != null) {
            sector = Sector.named(name);
        } else if (proposed.getRedirectUris() == null
                || proposed.getRedirectUris().isEmpty()) {
            return;
        } else {
            sector = Sector.ofHost(proposed.getRootUrl(), proposed.getRedirectUris());
        }
        if (sector.isEmpty()) {
            throw new ClientPolicyException(
                    OAuthErrorException.INVALID_CLIENT_METADATA,
                    Sector.ATTRIBUTE + " is a host name in lower case; return addresses on several hosts need one");
        }
    }

    /** What the client will have; an update that says nothing about attributes leaves them as they are. */
    private static @Nullable String name(ClientRepresentation proposed, @Nullable ClientModel existing) {
        if (proposed.getAttributes() != null) {
            return proposed.getAttributes().get(Sector.ATTRIBUTE);
        }
        return existing == null ? null : existing.getAttribute(Sector.ATTRIBUTE);
    }
}
