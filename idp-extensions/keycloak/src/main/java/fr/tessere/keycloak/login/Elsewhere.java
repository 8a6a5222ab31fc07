package fr.tessere.keycloak.login;

import fr.tessere.journal.record.Journal;
import fr.tessere.keycloak.reading.Guesses;
import fr.tessere.keycloak.reading.HandleDigest;
import fr.tessere.keycloak.reading.Reading;
import fr.tessere.keycloak.reading.ShortCode;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.RefusedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.util.ResolveRelative;

/**
 * What another device than the one that began can do: type a short code, see what a QR code leads to, and take the
 * sign-in up here, by a request of its own at the service. It learns nothing of the browser that began and completes
 * nothing for it.
 */
final class Elsewhere {
    private final KeycloakSession session;
    private final Desk desk;
    private final Journal journal;

    Elsewhere(KeycloakSession session, Desk desk, Journal journal) {
        this.session = session;
        this.desk = desk;
        this.journal = journal;
    }

    /** Where a code is typed. */
    Response ask() {
        return closed(new ElsewherePages(session, desk).code(Optional.empty(), Response.Status.OK));
    }

    /** The page that the code leads to, or once more the question. */
    Response typed(String text) {
        Instant now = Desk.now();
        Guesses guesses = desk.guesses(session.getContext().getConnection().getRemoteAddr(), now);
        if (!guesses.allowed()) {
            return again(RefusalCode.SHORT_CODE_DELAYED, Response.Status.TOO_MANY_REQUESTS);
        }
        Optional<String> handle =
                ShortCode.typed(text).flatMap(desk.readings()::handle).filter(known -> isOfThisRealm(known, now));
        if (handle.isEmpty()) {
            guesses.wrong();
            return again(RefusalCode.SHORT_CODE_UNKNOWN, Response.Status.NOT_FOUND);
        }
        return closed(Response.seeOther(URI.create(desk.addresses().reading(handle.get())))
                .build());
    }

    /** What this handle is for. */
    Response show(String handle) {
        try {
            Reading reading = desk.readings().look(desk.realm(), handle, Desk.now());
            return closed(new ElsewherePages(session, desk).reading(reading, handle, home(reading)));
        } catch (RefusedException refused) {
            return refuse(handle, refused.code());
        }
    }

    /** Ends the sign-in where it began and sends this browser to the service, which asks anew. */
    Response move(String handle) {
        try {
            Reading reading = desk.readings().look(desk.realm(), handle, Desk.now());
            Optional<URI> home = home(reading);
            if (home.isEmpty()) {
                return refuse(handle, RefusalCode.READING_UNKNOWN);
            }
            desk.readings().move(desk.realm(), handle, Desk.now());
            journal.refused(
                    "move",
                    RefusalCode.READING_MOVED,
                    HandleDigest.shown(handle),
                    Duration.ZERO,
                    Optional.of(reading.clientId()));
            return closed(Response.seeOther(home.get()).build());
        } catch (RefusedException refused) {
            return refuse(handle, refused.code());
        }
    }

    private boolean isOfThisRealm(String handle, Instant now) {
        try {
            desk.readings().look(desk.realm(), handle, now);
            return true;
        } catch (RefusedException over) {
            return false;
        }
    }

    /** The service's first page, as it registered it. */
    private Optional<URI> home(Reading reading) {
        ClientModel client = desk.realmModel().getClientByClientId(reading.clientId());
        return Optional.ofNullable(client)
                .filter(known -> known.isEnabled() && known.getBaseUrl() != null)
                .map(known -> URI.create(
                        ResolveRelative.resolveRelativeUri(session, known.getRootUrl(), known.getBaseUrl())));
    }

    private Response again(RefusalCode code, Response.Status status) {
        // no digest of what was typed: of so few letters it could be turned back
        journal.refused("code", code, "none", Duration.ZERO, Optional.empty());
        return closed(new ElsewherePages(session, desk).code(Optional.of(code), status));
    }

    private Response refuse(String handle, RefusalCode code) {
        journal.refused("elsewhere", code, HandleDigest.shown(handle), Duration.ZERO, Optional.empty());
        return closed(new Pages(session, desk).stranger(code, Optional.empty()));
    }

    /** A handle stands in these addresses: no page keeps or passes it on. */
    private static Response closed(Response answer) {
        return Response.fromResponse(answer)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
