package fr.tessere.keycloak.login;

import fr.tessere.keycloak.reading.Addresses;
import fr.tessere.keycloak.reading.Equipment;
import fr.tessere.keycloak.reading.Guesses;
import fr.tessere.keycloak.reading.HandleDigest;
import fr.tessere.keycloak.reading.Progress;
import fr.tessere.keycloak.reading.ReadingStore;
import fr.tessere.keycloak.reading.Readings;
import fr.tessere.keycloak.reading.SingleUseReadingStore;
import fr.tessere.keycloak.reading.Tickets;
import fr.tessere.keycloak.settings.KeyHolder;
import fr.tessere.keycloak.status.RealmStanding;
import fr.tessere.keycloak.status.Standing;
import fr.tessere.verification.assurance.AssurancePolicy;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What this room needs of Keycloak in one request: readings, addresses, time, and the notes of a browser's session. */
final class Desk {
    /** Note of the authentication session: {@link Tickets#note()}. */
    private static final String READING = "tessere.reading";
    /** Note of the authentication session: the reading whose return code was opened, and a digest of the cookie. */
    private static final String RETURNED = "tessere.returned";

    private static final String RETURN_COOKIE = "TESSERE_RETURN";

    private final KeycloakSession session;
    private final Equipment equipment;
    private final ReadingStore store;
    private final Readings readings;
    private final Addresses addresses;

    Desk(KeycloakSession session, Equipment equipment) {
        this.session = session;
        this.equipment = equipment;
        addresses = addresses(session);
        Standing standing = new RealmStanding(session, equipment.status());
        store = new SingleUseReadingStore(session.singleUseObjects());
        readings = new Readings(equipment, store, addresses, standing);
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

    /** The page of the reader program on the machine of the person who is here, for this reading. */
    String readerLink(String readingAddress) {
        return "http://127.0.0.1:%d/read?address=%s"
                .formatted(
                        equipment.settings().readerPort(), URLEncoder.encode(readingAddress, StandardCharsets.UTF_8));
    }

    /** Where people type a short code, without the scheme that nobody types. */
    String shortAddress() {
        return equipment
                .settings()
                .shortAddress()
                .map(URI::toString)
                .orElse(addresses.code())
                .replaceFirst("^https?://", "");
    }

    /** Tries of a caller who types short codes. */
    Guesses guesses(String networkAddress, Instant at) {
        return new Guesses(store, realm(), networkAddress, at);
    }

    /** Rules for levels. */
    AssurancePolicy policy() {
        return equipment.policy();
    }

    /** Where people have themselves compared at a counter: "my identity". */
    String myIdentity() {
        return URI.create(addresses.resource()).resolve("tessere-identity").toString();
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

    /**
     * The reading of the same request in a tab that was closed, or is open still: the same browser, service, {@code state}
     * and return address. A person who opens the page again goes on where it stands.
     */
    Optional<Tickets> reopened(AuthenticationSessionModel browser) {
        String state = browser.getClientNote(OIDCLoginProtocol.STATE_PARAM);
        if (state == null) {
            return Optional.empty();
        }
        Optional<Tickets> found = browser.getParentSession().getAuthenticationSessions().values().stream()
                .filter(tab -> tab.getClient().equals(browser.getClient()))
                .filter(tab -> state.equals(tab.getClientNote(OIDCLoginProtocol.STATE_PARAM)))
                .filter(tab -> Objects.equals(tab.getRedirectUri(), browser.getRedirectUri()))
                .flatMap(tab -> tickets(tab).stream())
                .filter(tickets -> now().isBefore(tickets.expires()))
                .filter(tickets ->
                        readings.progress(tickets).flatMap(Progress::refusal).isEmpty())
                .findFirst();
        found.ifPresent(tickets -> remember(browser, tickets));
        return found;
    }

    static void remember(AuthenticationSessionModel browser, Tickets tickets) {
        browser.setAuthNote(READING, tickets.note());
        browser.removeAuthNote(RETURNED);
    }

    /**
     * True in the browser that opened the return address: the note is in its session, and the cookie that it was given
     * then comes back. Who planted a session's cookies in somebody's browser before has not got that one.
     */
    boolean returned(AuthenticationSessionModel browser, Tickets tickets) {
        Cookie cookie = session.getContext().getRequestHeaders().getCookies().get(RETURN_COOKIE);
        // in the request that opens the return address the cookie is on its way to the browser
        String secret = Optional.ofNullable(session.getAttribute(RETURNED, String.class))
                .orElseGet(() -> cookie == null ? "" : cookie.getValue());
        return !secret.isEmpty() && note(tickets, secret).equals(browser.getAuthNote(RETURNED));
    }

    /** Remembers that the return address is opened in this browser; the cookie is for its answer. */
    NewCookie rememberReturn(AuthenticationSessionModel browser, Tickets tickets) {
        String secret = readings.random();
        browser.setAuthNote(RETURNED, note(tickets, secret));
        session.setAttribute(RETURNED, secret);
        URI realm = URI.create(addresses.resource()).resolve(".");
        return new NewCookie.Builder(RETURN_COOKIE)
                .value(secret)
                .path(realm.getPath())
                .secure(realm.getScheme().equals("https"))
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    private static String note(Tickets tickets, String secret) {
        return tickets.id() + " " + HandleDigest.of(secret);
    }
}
