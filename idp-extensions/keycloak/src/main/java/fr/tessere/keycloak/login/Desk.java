package fr.tessere.keycloak.login;

import fr.tessere.keycloak.reading.Addresses;
import fr.tessere.keycloak.reading.Equipment;
import fr.tessere.keycloak.reading.Readings;
import fr.tessere.keycloak.reading.SingleUseReadingStore;
import fr.tessere.keycloak.reading.Tickets;
import fr.tessere.keycloak.settings.KeyHolder;
import fr.tessere.keycloak.status.RealmStanding;
import fr.tessere.keycloak.status.Standing;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What this room needs of Keycloak in one request: readings, addresses, time, and the notes of a browser's session. */
final class Desk {
    /** Note of the authentication session: {@link Tickets#note()}. */
    private static final String READING = "tessere.reading";
    /** Note of the authentication session: the reading whose return code was opened in this browser. */
    private static final String RETURNED = "tessere.returned";

    private final KeycloakSession session;
    private final Readings readings;
    private final Addresses addresses;

    Desk(KeycloakSession session, Equipment equipment) {
        this.session = session;
        addresses = addresses(session);
        Standing standing = new RealmStanding(session, equipment.status());
        readings = new Readings(equipment, new SingleUseReadingStore(session.singleUseObjects()), addresses, standing);
    }

    /** Addresses below the realm of this request. */
    static Addresses addresses(KeycloakSession session) {
        return new Addresses(session.getContext()
                .getUri()
                .getBaseUriBuilder()
                .path("realms")
                .path(session.getContext().getRealm().getName())
                .path(KeyHolder.PROVIDER_ID)
                .build()
                .toString());
    }

    Readings readings() {
        return readings;
    }

    Addresses addresses() {
        return addresses;
    }

    RealmModel realmModel() {
        return session.getContext().getRealm();
    }

    String realm() {
        return session.getContext().getRealm().getName();
    }

    /** Keycloak's own time, which an operator's test may move. */
    static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }

    static Optional<Tickets> tickets(AuthenticationSessionModel browser) {
        return Optional.ofNullable(browser.getAuthNote(READING)).flatMap(Tickets::ofNote);
    }

    static void remember(AuthenticationSessionModel browser, Tickets tickets) {
        browser.setAuthNote(READING, tickets.note());
        browser.removeAuthNote(RETURNED);
    }

    static boolean returned(AuthenticationSessionModel browser, Tickets tickets) {
        return tickets.id().equals(browser.getAuthNote(RETURNED));
    }

    static void rememberReturn(AuthenticationSessionModel browser, Tickets tickets) {
        browser.setAuthNote(RETURNED, tickets.id());
    }
}
