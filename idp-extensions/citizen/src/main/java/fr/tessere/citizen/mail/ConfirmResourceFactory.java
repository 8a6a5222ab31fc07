package fr.tessere.citizen.mail;

import fr.tessere.citizen.page.ResourceFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;

/** Where the links of our messages lead: {@code /realms/{realm}/tessere-email}. */
public final class ConfirmResourceFactory extends ResourceFactory {
    static final String ID = "tessere-email";

    public ConfirmResourceFactory() {
        super(ID);
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new ConfirmResource(session);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new ComparisonNews());
    }
}
