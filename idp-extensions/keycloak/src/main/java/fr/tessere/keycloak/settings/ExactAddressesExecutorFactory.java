package fr.tessere.keycloak.settings;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProviderFactory;

/** Exact return addresses as a rule of the realm's client profiles. */
public final class ExactAddressesExecutorFactory implements ClientPolicyExecutorProviderFactory {
    static final String ID = "tessere-exact-addresses";

    @Override
    public ClientPolicyExecutorProvider<?> create(KeycloakSession session) {
        return new ExactAddressesExecutor(session);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getHelpText() {
        return "Return addresses are exact and https, or http on the machine of the browser";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
