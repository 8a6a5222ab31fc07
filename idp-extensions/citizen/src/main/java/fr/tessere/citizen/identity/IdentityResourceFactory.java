package fr.tessere.citizen.identity;

import fr.tessere.citizen.page.ResourceFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

/** The pages "my identity" as Keycloak finds them: {@code /realms/{realm}/tessere-identity}. */
public final class IdentityResourceFactory extends ResourceFactory {
    /** Provider id, and the last part of the address. */
    static final String ID = "tessere-identity";

    public IdentityResourceFactory() {
        super(ID);
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new IdentityResource(session);
    }
}
