package fr.tessere.keycloak.officer;

import fr.tessere.audit.alert.Rule;
import fr.tessere.audit.alert.RuleKind;
import fr.tessere.audit.sql.SqlSearch;
import fr.tessere.journal.alert.Alert;
import fr.tessere.journal.alert.AlertBook;
import fr.tessere.journal.record.OfficerJournal;
import fr.tessere.journal.table.Tables;
import fr.tessere.keycloak.proposal.Change;
import fr.tessere.keycloak.proposal.FourEyes;
import fr.tessere.keycloak.status.OfficerAct.Area;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** What somebody has to look at, and the rules by which it was found. A rule is changed by two officers. */
final class AlertPages {
    private static final String PAGE = "alerts";

    private final KeycloakSession session;
    private final AlertBook book;
    private final FourEyes eyes;
    private final ProposalPages proposals;
    private final OfficerFrame frame;
    private final Officer officer;
    private final Instant now;
    private final String log;

    AlertPages(
            KeycloakSession session,
            FourEyes eyes,
            ProposalPages proposals,
            OfficerFrame frame,
            Officer officer,
            Instant now) {
        this.session = session;
        this.log = session.getContext().getRealm().getId();
        this.book = new AlertBook(session, log);
        this.eyes = eyes;
        this.proposals = proposals;
        this.frame = frame;
        this.officer = officer;
        this.now = now;
    }

    /**
     * An alert, for the page.
     *
     * @param id of the alert
     * @param rule word
     * @param subject whom or what it is about
     * @param count so many
     * @param first time of the first entry
     * @param last time of the last
     * @param raised when it was found
     * @param entries ids
     * @param deliveries how it went out
     * @param keeper name of the officer who has seen it, or empty
     * @param seen when
     * @param note that officer's
     * @param own true if it is open and tells what the officer who looks did alone
     */
    public record Row(
            String id,
            String rule,
            String subject,
            String count,
            String first,
            String last,
            String raised,
            List<String> entries,
            List<AlertBook.Delivered> deliveries,
            String keeper,
            String seen,
            String note,
            boolean own) {}

    Response list(int status, String done, String wrong) {
        Map<String, Object> contents = new HashMap<>();
        contents.put("open", rows(true));
        contents.put("past", rows(false));
        contents.put("rules", book.rules());
        return frame.page(PAGE, status, done, wrong, contents);
    }

    /** An officer has seen it, and not the one whom it is about: an entry of its own, with what was thought of it. */
    Response acknowledge(Form form) {
        String note = form.text("reason");
        if (!OfficerFrame.isReason(note)) {
            return list(400, "", "reason");
        }
        if (book.find(form.text("id")).filter(this::isOwn).isPresent()) {
            return list(409, "", "alert-own");
        }
        if (!book.acknowledge(form.text("id"), officer.id(), note, now)) {
            return list(409, "", "alert-not-open");
        }
        new OfficerJournal(session).acted("alert", form.text("id"), "open", "acknowledged", officer.id(), note);
        return frame.back(PAGE, "acknowledged");
    }

    /** Proposes another rule. */
    Response rule(Form form) {
        Optional<RuleKind> kind = RuleKind.ofWord(form.text("rule"));
        Optional<Rule> wanted = kind.flatMap(known ->
                Rule.of(known, "%s %s %s".formatted(form.text("state"), form.text("threshold"), form.text("minutes"))));
        if (wanted.isEmpty()) {
            return list(400, "", "rule");
        }
        if (!OfficerFrame.isReason(form.text("reason"))) {
            return list(400, "", "reason");
        }
        String before = book.rule(kind.get()).text();
        String after = wanted.get().text();
        return before.equals(after)
                ? list(409, "", "rule-same")
                : proposals.propose(new Change(Area.RULE, kind.get().word(), before, after), form);
    }

    private List<Row> rows(boolean open) {
        return book.alerts(open).stream().map(this::row).toList();
    }

    private Row row(Alert alert) {
        return new Row(
                alert.id(),
                alert.alarm().kind().word(),
                alert.alarm().subject(),
                Integer.toString(alert.alarm().count()),
                OfficerPages.time(alert.alarm().first()),
                OfficerPages.time(alert.alarm().last()),
                OfficerPages.time(alert.raised()),
                alert.alarm().entries(),
                book.deliveries(alert.id()),
                alert.isOpen() ? "" : frame.name(alert.keeper()),
                OfficerPages.time(alert.seen()),
                alert.note(),
                isOwn(alert));
    }

    /** True if it is open and tells what this officer did alone: each such entry names its proposal. */
    private boolean isOwn(Alert alert) {
        if (alert.alarm().kind() != RuleKind.ALONE || !alert.isOpen()) {
            return false;
        }
        List<String> proposals = new Tables(session).with(connection -> {
            SqlSearch entries = new SqlSearch(connection, log);
            return alert.alarm().entries().stream()
                    .flatMap(id -> entries.entry(id).stream())
                    .flatMap(entry -> entry.value("proposal").stream())
                    .toList();
        });
        return proposals.stream().anyMatch(eyes::isOwn);
    }
}
