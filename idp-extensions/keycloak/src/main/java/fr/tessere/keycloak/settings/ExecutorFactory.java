package fr.tessere.keycloak.settings;

import java.util.List;
import java.util.function.Function;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProviderFactory;

/** A rule of the realm's client profiles that has no settings. Each rule is a class of its own: Keycloak finds it by name. */
public abstract class ExecutorFactory implements ClientPolicyExecutorProviderFactory {
    private final String id;
    private final String help;
    private final Function<KeycloakSession, ClientPolicyExecutorProvider<?>> rule;

    /**
     * Names the rule.
     *
     * @param id the word in realm files
     * @param help what it asks, for an administrator
     * @param rule makes it for one request
     */
    protected ExecutorFactory(String id, String help, Function<KeycloakSession, ClientPolicyExecutorProvider<?>> rule) {
        this.id = id;
        this.help = help;
        this.rule = rule;
    }

    @Override
    public final ClientPolicyExecutorProvider<?> create(KeycloakSession session) {
        return rule.apply(session);
    }

    @Override
    public final String getId() {
        return id;
    }

    @Override
    public final String getHelpText() {
        return help;
    }

    @Override
    public final List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public final void init(Config.Scope config) {}

    @Override
    public final void postInit(KeycloakSessionFactory factory) {}

    @Override
    public final void close() {}
}
