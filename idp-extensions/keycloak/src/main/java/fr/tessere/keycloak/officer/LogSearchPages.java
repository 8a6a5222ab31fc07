package fr.tessere.keycloak.officer;

import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.receipt.Field;
import fr.tessere.audit.receipt.InvalidEntryException;
import fr.tessere.audit.receipt.Receipt;
import fr.tessere.audit.sql.SqlSearch;
import fr.tessere.journal.keys.JournalEquipment;
import fr.tessere.journal.publish.Integrity;
import fr.tessere.journal.record.OfficerJournal;
import fr.tessere.journal.table.Tables;
import fr.tessere.operations.export.SearchFormat;
import fr.tessere.verification.identity.DocumentKey;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;

/** Finds out what happened: entries by what they say, one sign-in from button to token, the sign-ins of a document. */
final class LogSearchPages {
    private static final String PAGE = "entries";
    /** The last entry of the page before. */
    private static final String BEHIND = "behind";

    private final KeycloakSession session;
    private final OfficerFrame frame;
    private final Officer officer;
    private final Function<Receipt, Again> again;
    private final Instant now;
    private final String log;

    LogSearchPages(
            KeycloakSession session, OfficerFrame frame, Officer officer, Function<Receipt, Again> again, Instant now) {
        this.session = session;
        this.frame = frame;
        this.officer = officer;
        this.again = again;
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
        SearchQuery.names().forEach(name -> fields.put(name, text(asked, name)));
        fields.put("from", text(asked, "from"));
        fields.put("to", text(asked, "to"));
        Optional<SqlSearch.Query> query = query(fields);
        if (query.isEmpty()) {
            return page(400, "date", fields, List.of(), PAGE);
        }
        String behind = text(asked, BEHIND);
        Optional<Entry> last = behind.isEmpty() ? Optional.empty() : search(on -> on.entry(behind));
        if (!behind.isEmpty() && last.isEmpty()) {
            return page(400, "entry", fields, List.of(), PAGE);
        }
        List<Entry> found =
                search(on -> last.map(known -> on.find(query.get(), known)).orElseGet(() -> on.find(query.get())));
        Map<String, Object> contents =
                contents(fields, found.stream().map(LogSearchPages::line).toList());
        String question = SearchQuery.address(fields);
        contents.put("newest", last.isPresent() ? question : "");
        contents.put("since", last.map(known -> OfficerPages.time(known.at())).orElse(""));
        contents.put(
                "older",
                found.size() < SqlSearch.MOST
                        ? ""
                        : question + BEHIND + "="
                                + found.get(found.size() - 1).id().text());
        return frame.page(PAGE, 200, "", "", contents);
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

    /** The decision of a receipt made once more: the entry with the evidence holds all that it rests on. */
    Response again(String id) {
        Optional<Entry> entry =
                search(on -> on.entry(id)).filter(one -> one.kind().equals("evidence"));
        if (entry.isEmpty()) {
            return page(404, "entry", Map.of(), List.of(), PAGE);
        }
        try {
            Receipt receipt = Receipt.of(entry.get());
            return frame.page(
                    "again", 200, "", "", Map.of("id", id, "receipt", receipt, "again", again.apply(receipt)));
        } catch (InvalidEntryException | RuntimeException spoilt) {
            // the text counts as it was written: what cannot be read is no receipt
            return frame.page("again", 409, "", "receipt", Map.of("id", id));
        }
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
        Map<String, Object> contents =
                contents(Map.of(), found.stream().map(LogSearchPages::line).toList());
        contents.put("most", SqlSearch.MOST_OF_DOCUMENT);
        contents.put("services", search(on -> ServiceNotes.of(found, on)));
        contents.put("followed", ServiceNotes.isWhole(found) ? "" : String.valueOf(ServiceNotes.SIGN_INS));
        return frame.page(PAGE, 200, "", "", contents);
    }

    /**
     * What the form asks for, to take away: for a reason, which is an entry of its own. More than can be
     * taken at once is refused, never cut.
     */
    Response take(Form form) {
        Map<String, String> fields = new HashMap<>();
        SearchQuery.names().forEach(name -> fields.put(name, form.text(name)));
        fields.put("from", form.text("from"));
        fields.put("to", form.text("to"));
        Optional<SqlSearch.Query> query = query(fields);
        Optional<SearchFormat> format = SearchFormat.of(form.text("format"));
        boolean reasoned = OfficerFrame.isReason(form.text("reason"));
        if (query.isEmpty() || format.isEmpty() || !reasoned) {
            String wrong = query.isEmpty() ? "date" : format.isEmpty() ? "format" : "reason";
            return page(400, wrong, fields, List.of(), PAGE);
        }
        SearchExport export = new SearchExport(session, query.get(), format.get());
        if (!export.isSmallEnough()) {
            return page(400, "too-many", fields, List.of(), PAGE);
        }
        return export.taken(officer, form.text("reason"));
    }

    private Optional<SqlSearch.Query> query(Map<String, String> fields) {
        return new SearchQuery(name -> fields.getOrDefault(name, ""), now).query();
    }

    private Response page(int status, String wrong, Map<String, String> fields, List<Line> lines, String name) {
        return frame.page(name, status, "", wrong, contents(fields, lines));
    }

    private static Map<String, Object> contents(Map<String, String> fields, List<Line> lines) {
        Map<String, Object> contents = new HashMap<>();
        contents.put("fields", fields);
        contents.put("names", List.copyOf(SearchQuery.names()));
        contents.put("lines", lines);
        contents.put("most", SqlSearch.MOST);
        List.of("older", "newest", "since", "followed").forEach(name -> contents.put(name, ""));
        return contents;
    }

    private <T> T search(Function<SqlSearch, T> what) {
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
        if (value == null) {
            return "";
        }
        // what is longer than any value still asks for something: it finds nothing, and not everything
        return value.substring(0, Math.min(value.length(), Field.LENGTH + 1)).strip();
    }
}
