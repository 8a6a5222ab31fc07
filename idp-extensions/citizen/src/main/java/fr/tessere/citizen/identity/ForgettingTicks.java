package fr.tessere.citizen.identity;

import fr.tessere.citizen.account.EmailProofs;
import fr.tessere.journal.beat.Beat;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * One thread of this node that forgets what is over, of people who never come back too: old lines of the histories, and
 * addresses that nobody confirmed in time. Whichever node comes first does it; the others find nothing left.
 */
final class ForgettingTicks implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger("fr.tessere.citizen");

    private final KeycloakSessionFactory factory;
    private final Beat beat = new Beat(LOG, "forgetting", "what is over is not forgotten");

    ForgettingTicks(KeycloakSessionFactory factory) {
        this.factory = factory;
    }

    /** Begins, with this pause before each turn. */
    void start(Duration pause) {
        beat.every(pause, this::tick);
    }

    private boolean tick() {
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            History.of(session).forget(now);
            EmailProofs.forget(session, now);
        });
        return true;
    }

    @Override
    public void close() {
        beat.close();
    }
}
