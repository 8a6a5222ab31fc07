package fr.tessere.release.request;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointCheckProvider;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointCheckProviderFactory;

/** The check as Keycloak finds it: {@code tessere-request-check}. */
public final class RequestCheckFactory implements AuthorizationEndpointCheckProviderFactory {
    @Override
    public AuthorizationEndpointCheckProvider create(KeycloakSession session) {
        return new RequestCheck(session);
    }

    @Override
    public String getId() {
        return "tessere-request-check";
    }

    @Override
    public boolean isSupported(Config.Scope config) {
        return true;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
