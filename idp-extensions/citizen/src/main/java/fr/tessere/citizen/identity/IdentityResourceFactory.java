package fr.tessere.citizen.identity;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** The pages "my identity" as Keycloak finds them: {@code /realms/{realm}/tessere-identity}. */
public final class IdentityResourceFactory implements RealmResourceProviderFactory {
    /** Provider id, and the last part of the address. */
    static final String ID = "tessere-identity";

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new IdentityResource(session);
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
