package fr.tessere.keycloak.login;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** The end of a hub's sessions as an event listener of a realm: {@code tessere-session-after-use}. */
public final class SessionAfterUseFactory implements EventListenerProviderFactory {
    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new SessionAfterUse(session);
    }

    @Override
    public String getId() {
        return "tessere-session-after-use";
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
