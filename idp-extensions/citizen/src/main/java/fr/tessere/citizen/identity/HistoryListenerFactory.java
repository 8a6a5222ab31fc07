package fr.tessere.citizen.identity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** The listener as Keycloak finds it: {@code tessere-history}. */
public final class HistoryListenerFactory implements EventListenerProviderFactory {
    private static final int HOUR = 3600;

    private Duration pause = Duration.ofSeconds(HOUR);
    private @Nullable ForgettingTicks ticks;

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new HistoryListener(session);
    }

    @Override
    public String getId() {
        return "tessere-history";
    }

    @Override
    public void init(Config.Scope config) {
        pause = Duration.ofSeconds(config.getInt("forget-seconds", HOUR));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        ticks = new ForgettingTicks(factory);
        ticks.start(pause);
    }

    @Override
    public void close() {
        if (ticks != null) {
            ticks.close();
        }
    }
}
