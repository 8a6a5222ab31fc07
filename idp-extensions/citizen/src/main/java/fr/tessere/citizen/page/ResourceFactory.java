package fr.tessere.citizen.page;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** What the factories of our pages have in common: a place below the realm's address, nothing to set up. */
public abstract class ResourceFactory implements RealmResourceProviderFactory {
    private final String id;

    /** The provider's id, which is the last part of the address as well. */
    protected ResourceFactory(String id) {
        this.id = id;
    }

    @Override
    public final String getId() {
        return id;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
