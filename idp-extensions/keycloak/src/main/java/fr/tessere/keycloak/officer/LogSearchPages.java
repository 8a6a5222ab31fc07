package fr.tessere.keycloak.officer;

import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.receipt.Field;
import fr.tessere.audit.sql.SqlSearch;
import fr.tessere.journal.keys.JournalEquipment;
import fr.tessere.journal.publish.Integrity;
import fr.tessere.journal.record.OfficerJournal;
import fr.tessere.journal.table.Tables;
import fr.tessere.verification.identity.DocumentKey;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** Finds out what happened: entries by what they say, one sign-in from button to token, the sign-ins of a document. */
final class LogSearchPages {
    private static final String PAGE = "entries";
    private static final Duration WEEK = Duration.ofDays(7);
    /** Fields of the form to the columns that they look at. */
    private static final Map<String, String> COLUMNS = columns();

    private final KeycloakSession session;
    private final OfficerFrame frame;
    private final Officer officer;
    private final Instant now;
    private final String log;

    LogSearchPages(KeycloakSession session, OfficerFrame frame, Officer officer, Instant now) {
        this.session = session;
        this.frame = frame;
        this.officer = officer;
        this.now = now;
        this.log = session.getContext().getRealm().getId();
    }

    /**
     * An entry as one line of a table.
     *
     * @param at for people
     * @param id of the entry
     * @param kind word
     * @param outcome word
     * @param client service
     * @param level reached
     * @param fields everything else that it says
     * @param included true if a proof was run just now and holds
     */
    public record Line(
            String at,
            String id,
            String kind,
            String outcome,
            String client,
            String level,
            List<Field> fields,
            boolean included) {}

    /** What the address asks for; the last week if it asks for nothing. */
    Response find(MultivaluedMap<String, String> asked) {
        Map<String, String> fields = new HashMap<>();
        COLUMNS.keySet().forEach(name -> fields.put(name, text(asked, name)));
        fields.put("from", text(asked, "from"));
        fields.put("to", text(asked, "to"));
        Optional<Instant> from = day(fields.get("from"), now.minus(WEEK), 0);
        Optional<Instant> to = day(fields.get("to"), now.plusSeconds(1), 1);
        if (from.isEmpty() || to.isEmpty()) {
            return page(400, "date", fields, List.of(), PAGE);
        }
        Map<String, String> columns = new LinkedHashMap<>();
        COLUMNS.forEach((name, column) -> columns.put(column, fields.getOrDefault(name, "")));
        List<Entry> found = search(on -> on.find(new SqlSearch.Query(from.get(), to.get(), columns)));
        return page(200, "", fields, found.stream().map(LogSearchPages::line).toList(), PAGE);
    }

    /** One sign-in, or whatever this entry belongs to; each entry is proven in front of the officer. */
    Response one(String id) {
        Optional<Entry> entry = search(on -> on.entry(id));
        if (entry.isEmpty()) {
            return page(404, "entry", Map.of(), List.of(), PAGE);
        }
        List<Line> lines = new Tables(session).with(connection -> {
            Integrity proofs = Integrity.of(connection, JournalEquipment.of(session), log);
            return new SqlSearch(connection, log)
                    .around(entry.get()).stream()
                            .map(one -> proven(line(one), proofs.isIncluded(one)))
                            .toList();
        });
        return page(200, "", Map.of("entry", id), lines, "entry");
    }

    /** Sign-ins of a document whose number the officer has, for a reason, which is an entry of its own. */
    Response ofDocument(Form form, Optional<DocumentKey> document, String digest) {
        String reason = form.text("reason");
        boolean repeats = document.isPresent()
                && reason.toUpperCase(Locale.ROOT)
                        .replaceAll("[^A-Z0-9]", "")
                        .contains(document.get().number());
        if (document.isEmpty() || repeats || !OfficerFrame.isReason(reason)) {
            String wrong = document.isEmpty() ? "document" : repeats ? "reason-number" : "reason";
            return page(400, wrong, Map.of(), List.of(), PAGE);
        }
        new OfficerJournal(session).acted("join", "document", "-", "-", officer.id(), reason);
        List<String> days = JournalEquipment.of(session).documentDigests(session, log, digest, now);
        List<Entry> found = search(on -> on.ofDocument(days));
        return page(200, "", Map.of(), found.stream().map(LogSearchPages::line).toList(), PAGE);
    }

    private Response page(int status, String wrong, Map<String, String> fields, List<Line> lines, String name) {
        Map<String, Object> contents = new HashMap<>();
        contents.put("fields", fields);
        contents.put("names", List.copyOf(COLUMNS.keySet()));
        contents.put("lines", lines);
        contents.put("most", SqlSearch.MOST);
        return frame.page(name, status, "", wrong, contents);
    }

    private <T> T search(java.util.function.Function<SqlSearch, T> what) {
        return new Tables(session).with(connection -> what.apply(new SqlSearch(connection, log)));
    }

    private static Line line(Entry entry) {
        return new Line(
                OfficerPages.time(entry.at()),
                entry.id().text(),
                entry.kind(),
                entry.outcome(),
                entry.value("client").orElse(""),
                entry.value("level").orElse(""),
                entry.fields(),
                false);
    }

    private static Line proven(Line line, boolean included) {
        return new Line(
                line.at(),
                line.id(),
                line.kind(),
                line.outcome(),
                line.client(),
                line.level(),
                line.fields(),
                included);
    }

    private static String text(MultivaluedMap<String, String> asked, String name) {
        String value = asked.getFirst(name);
        return value == null || value.length() > Field.LENGTH ? "" : value.strip();
    }

    private static Optional<Instant> day(String text, Instant otherwise, int days) {
        if (text.isEmpty()) {
            return Optional.of(otherwise);
        }
        try {
            return Optional.of(LocalDate.parse(text)
                    .plusDays(days)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant());
        } catch (DateTimeParseException wrong) {
            return Optional.empty();
        }
    }

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("kind", "KIND");
        columns.put("outcome", "OUTCOME");
        columns.put("client", "CLIENT");
        columns.put("level", "ASSURANCE");
        columns.put("country", "COUNTRY");
        columns.put("session", "SESSION_DIGEST");
        columns.put("person", "PERSON");
        columns.put("document", "DOCUMENT");
        columns.put("entry", "ID");
        return columns;
    }
}
