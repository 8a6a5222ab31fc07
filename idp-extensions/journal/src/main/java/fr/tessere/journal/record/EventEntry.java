package fr.tessere.journal.record;

import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.receipt.EntryId;
import fr.tessere.journal.keys.KeyedDigests.Kind;
import fr.tessere.journal.keys.Retention;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.keycloak.events.Event;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;

/** Makes entries of Keycloak's events: facts from closed lists, digests for everybody, nothing else. */
final class EventEntry {
    private static final String ERROR = "_ERROR";
    private static final String PREFIX = "tessere_";
    private static final int SESSION_DIGEST = 16;
    /** Those that are more than a fact of their name: a digest, several facts. */
    private static final Set<String> OTHERWISE = Set.of(Details.DOCUMENT, Details.CLAIMS);

    private final KeycloakSession session;

    EventEntry(KeycloakSession session) {
        this.session = session;
    }

    /** An event of a sign-in, a token, a session, an account. */
    void write(Event event) {
        Map<String, String> details = event.getDetails() == null ? Map.of() : event.getDetails();
        if (isOfNoReading(event, details)) {
            return;
        }
        Recorder entry =
                new Recorder(session, event.getRealmId(), retention(event), Instant.ofEpochMilli(event.getTime()));
        entry.fact("client", event.getClientId())
                .fact("session", event.getSessionId() == null ? null : digest(event.getSessionId()))
                .fact("grant", details.get("grant_type"))
                .fact("method", details.get("auth_method"))
                .fact("credential", details.get("credential_type"))
                .keyed(Kind.PERSON, event.getUserId())
                .keyed(Kind.DOCUMENT, details.get(Details.DOCUMENT))
                .keyed(Kind.NETWORK, Networks.of(event.getIpAddress()).orElse(null));
        for (String claim : details.getOrDefault(Details.CLAIMS, "").split(" ")) {
            entry.fact("claim", claim);
        }
        new TreeMap<>(details).forEach((name, value) -> {
            if (Details.ALL.contains(name) && !OTHERWISE.contains(name)) {
                entry.fact(name.substring(PREFIX.length()).replace('_', '-'), value);
            }
        });
        entry.fact("refusal", Details.refusal(details).orElse(null));
        String outcome = event.getError() == null ? Entry.DONE : event.getError();
        Optional<EntryId> transaction = Recorder.begunTransaction(session);
        if (event.getError() == null && transaction.isPresent()) {
            Recorder.endTransaction(session);
            entry.fact("receipt", Transactions.receipt(session));
            entry.write(transaction.get(), kind(event, details), outcome);
        } else {
            entry.write(kind(event, details), outcome);
        }
    }

    /** An event of an administrator or officer. Paths lose what names a person; of what was sent about one not even a digest stays. */
    void write(AdminEvent event) {
        String resource = String.valueOf(event.getResourceTypeAsString());
        Recorder entry =
                new Recorder(session, event.getRealmId(), Retention.STAFF, Instant.ofEpochMilli(event.getTime()));
        if (event.getAuthDetails() != null) {
            entry.keyed(Kind.PERSON, event.getAuthDetails().getUserId())
                    .fact("client", event.getAuthDetails().getClientId())
                    .keyed(
                            Kind.NETWORK,
                            Networks.of(event.getAuthDetails().getIpAddress()).orElse(null));
        }
        if (resource.startsWith(OfficerJournal.RESOURCE)) {
            OfficerJournal.write(entry, resource, OfficerJournal.facts(event.getRepresentation()));
            return;
        }
        AdminPath path = AdminPath.of(event.getResourcePath() == null ? "" : event.getResourcePath());
        boolean open = path.person().isEmpty() && event.getRepresentation() != null;
        AdminChange.of(session, event).forEach(change -> entry.fact("change", change));
        AdminRoles.of(session, event).forEach(role -> entry.fact("role", role));
        entry.fact("resource", word(resource))
                .fact("path", path.text())
                .fact("session", path.session().map(EventEntry::digest).orElse(null))
                .about(path.person().orElse(null))
                .fact("value", open ? digest(event.getRepresentation()) : null)
                .write(
                        "admin-" + word(String.valueOf(event.getOperationType())),
                        event.getError() == null ? Entry.DONE : event.getError());
    }

    /** Noise of strangers: a handle that is no reading's. It stays in the lines of JSON. */
    private static boolean isOfNoReading(Event event, Map<String, String> details) {
        return event.getError() != null && details.containsKey(Details.STEP) && event.getClientId() == null;
    }

    private static Retention retention(Event event) {
        return OfficerJournal.CLIENT.equals(event.getClientId()) ? Retention.STAFF : Retention.CITIZEN;
    }

    private static String kind(Event event, Map<String, String> details) {
        String type = String.valueOf(event.getType());
        if (type.endsWith(ERROR)) {
            return details.containsKey(Details.STEP)
                    ? "reading-refused"
                    : word(type.substring(0, type.length() - ERROR.length()));
        }
        return word(type);
    }

    static String word(String type) {
        return type.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** SHA-256, the first 16 bytes: of a session's id, which is random and in nobody's hands later, or of settings. Never of an account's. */
    static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, SESSION_DIGEST));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
