package fr.tessere.keycloak.settings;

import java.util.Arrays;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.clientpolicy.condition.ClientPolicyConditionProvider;
import org.keycloak.services.clientpolicy.condition.ClientPolicyConditionProviderFactory;

/** The profile of a service as a condition of the realm's client policies. */
public final class ServiceProfileConditionFactory implements ClientPolicyConditionProviderFactory {
    static final String ID = "tessere-service-profile";

    @Override
    public ClientPolicyConditionProvider<?> create(KeycloakSession session) {
        return new ServiceProfileCondition(session);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getHelpText() {
        return "The client's profile: its attribute " + ServiceProfile.ATTRIBUTE + ", " + ServiceProfile.FAPI_2.word()
                + " if it has none";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        ProviderConfigProperty profile = new ProviderConfigProperty();
        profile.setName("profile");
        profile.setLabel("Profile");
        profile.setType(ProviderConfigProperty.LIST_TYPE);
        profile.setOptions(
                Arrays.stream(ServiceProfile.values()).map(ServiceProfile::word).toList());
        return List.of(profile);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
