package fr.tessere.counter.agent;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** The agents' pages as Keycloak finds them: {@code /realms/{realm}/tessere-counter}. */
public final class AgentResourceFactory implements RealmResourceProviderFactory {
    /** Provider id, and the last part of the address. */
    static final String ID = "tessere-counter";

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new AgentResource(session);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
