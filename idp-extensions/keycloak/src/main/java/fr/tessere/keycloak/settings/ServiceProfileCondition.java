package fr.tessere.keycloak.settings;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.ClientPolicyConditionConfigurationRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyEvent;
import org.keycloak.services.clientpolicy.ClientPolicyVote;
import org.keycloak.services.clientpolicy.condition.AbstractClientPolicyConditionProvider;
import org.keycloak.services.clientpolicy.context.ClientCRUDContext;
import org.keycloak.services.clientpolicy.context.ClientModelContext;
import org.keycloak.services.clientpolicy.context.LogoutRequestContext;
import org.keycloak.services.clientpolicy.context.PreAuthorizationRequestContext;

/**
 * Is this the profile of the client? Keycloak's own condition on client attributes has no say when a client is made, so
 * that a client without the attribute would have no rules; this one has a say each time.
 */
public final class ServiceProfileCondition
        extends AbstractClientPolicyConditionProvider<ServiceProfileCondition.Configuration> {

    /** The profile that the policy is for. */
    public static final class Configuration extends ClientPolicyConditionConfigurationRepresentation {
        private String profile = "";

        /** The word of the profile. */
        public String getProfile() {
            return profile;
        }

        /** Set by Keycloak from the realm's policies. */
        public void setProfile(String profile) {
            this.profile = profile;
        }
    }

    ServiceProfileCondition(KeycloakSession session) {
        super(session);
    }

    @Override
    public Class<Configuration> getConditionConfigurationClass() {
        return Configuration.class;
    }

    @Override
    public String getProviderId() {
        return ServiceProfileConditionFactory.ID;
    }

    @Override
    public ClientPolicyVote applyPolicy(ClientPolicyContext context) {
        if (isBrowserSigningOut(context)) {
            return ClientPolicyVote.NO;
        }
        return profile(context)
                .map(profile ->
                        profile.word().equals(configuration.getProfile()) ? ClientPolicyVote.YES : ClientPolicyVote.NO)
                .orElse(ClientPolicyVote.ABSTAIN);
    }

    /**
     * A browser that is about to tell a service, in a frame, that a session ended: Keycloak asks the service's rules as if the
     * service had called, but nobody called, and there is no form with an assertion or a token in it.
     */
    private static boolean isBrowserSigningOut(ClientPolicyContext context) {
        return context instanceof LogoutRequestContext logout && logout.getParams() == null;
    }

    private Optional<ServiceProfile> profile(ClientPolicyContext context) {
        if (context.getEvent() == ClientPolicyEvent.REGISTER || context.getEvent() == ClientPolicyEvent.UPDATE) {
            return Optional.of(proposed(((ClientCRUDContext) context).getProposedClientRepresentation(), context));
        }
        return Optional.ofNullable(client(context)).map(ServiceProfile::of);
    }

    /** The profile that the client will have; an update that says nothing about attributes leaves them as they are. */
    private static ServiceProfile proposed(@Nullable ClientRepresentation client, ClientPolicyContext context) {
        Map<String, String> attributes = client == null ? null : client.getAttributes();
        if (attributes == null && context instanceof ClientModelContext existing && existing.getClient() != null) {
            return ServiceProfile.of(existing.getClient());
        }
        return ServiceProfile.of(
                client == null ? null : client.getClientId(),
                attributes == null ? null : attributes.get(ServiceProfile.ATTRIBUTE));
    }

    private @Nullable ClientModel client(ClientPolicyContext context) {
        if (context instanceof PreAuthorizationRequestContext request) {
            return session.getContext().getRealm().getClientByClientId(request.getClientId());
        }
        if (context instanceof ClientModelContext withClient) {
            return withClient.getClient();
        }
        return session.getContext().getClient();
    }
}
