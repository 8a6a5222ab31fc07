package fr.tessere.journal.record;

import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** The journal as an event listener of all realms: {@code tessere-journal}. Lines go to the log category of the same name. */
public final class JournalListenerFactory implements EventListenerProviderFactory {
    private static final Logger LOG = Logger.getLogger("fr.tessere.journal");

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new JournalListener(session, LOG::info);
    }

    /** Of all realms: no administrator can switch the log off. */
    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public String getId() {
        return "tessere-journal";
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
