package fr.tessere.citizen.mail;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Where the links of our messages lead: {@code /realms/{realm}/tessere-email}. */
public final class ConfirmResourceFactory implements RealmResourceProviderFactory {
    static final String ID = "tessere-email";

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new ConfirmResource(session);
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
