package fr.tessere.keycloak.journal;

import fr.tessere.protocol.reading.RefusalCode;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Tells Keycloak's events about readings. */
public final class Journal {
    private static final Logger LOG = Logger.getLogger("fr.tessere.reading");

    private final KeycloakSession session;

    public Journal(KeycloakSession session) {
        this.session = session;
    }

    /** A step of a reading was refused. */
    public void refused(String step, RefusalCode code, String handle, Duration took, Optional<String> clientId) {
        RealmModel realm = session.getContext().getRealm();
        EventBuilder event = new EventBuilder(
                        realm, session, session.getContext().getConnection())
                .event(EventType.LOGIN_ERROR)
                .detail(Details.STEP, step)
                .detail(Details.HANDLE, handle)
                .detail(Details.MILLISECONDS, Long.toString(took.toMillis()));
        clientId.ifPresent(event::client);
        event.error(code.word());
    }

    /** Something broke: its type only, since its message may quote what was read. */
    public void accident(String step, Exception accident) {
        LOG.errorf("accident at %s: %s", step, accident.getClass().getName());
    }
}
