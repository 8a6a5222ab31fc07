package fr.tessere.keycloak.settings;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

/** Whoever read the secret at the start: the factory of our realm resource, found by its provider id. */
public interface KeyHolder {
    /** Id of our realm resource provider. */
    String PROVIDER_ID = "tessere";

    /** The secret of this installation. */
    Secret secret();

    /** The one of this server. */
    static KeyHolder of(KeycloakSession session) {
        return (KeyHolder)
                session.getKeycloakSessionFactory().getProviderFactory(RealmResourceProvider.class, PROVIDER_ID);
    }
}
