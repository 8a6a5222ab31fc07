package fr.tessere.keycloak.officer;

import fr.tessere.keycloak.proposal.Change;
import fr.tessere.keycloak.status.DocumentTable;
import fr.tessere.keycloak.status.OfficerAct.Area;
import fr.tessere.keycloak.status.OfficerDesk;
import fr.tessere.keycloak.status.RealmStanding;
import fr.tessere.verification.evidence.DocumentStatus;
import fr.tessere.verification.evidence.StatusReport;
import fr.tessere.verification.identity.DocumentKey;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Documents one at a time: search, propose to report or to lift. A number lives for one request and becomes a digest in it. */
final class DocumentPages {
    private static final String PAGE = "documents";
    private static final Set<DocumentStatus> REPORTABLE =
            Set.of(DocumentStatus.LOST, DocumentStatus.STOLEN, DocumentStatus.BLOCKED);

    private final OfficerDesk desk;
    private final RealmStanding standing;
    private final ProposalPages proposals;
    private final OfficerFrame frame;

    DocumentPages(OfficerDesk desk, RealmStanding standing, ProposalPages proposals, OfficerFrame frame) {
        this.desk = desk;
        this.proposals = proposals;
        this.standing = standing;
        this.frame = frame;
    }

    /**
     * What a search found.
     *
     * @param status word of the status, {@code none} if nothing is reported
     * @param since when it was reported, empty if nothing is
     * @param digest first digits of the digest, as it stands in the history
     */
    public record Found(String status, String since, String digest) {}

    Response start(int status, String done) {
        return page(status, done, "", Optional.empty());
    }

    Response search(Form form) {
        Optional<DocumentKey> document = document(form);
        if (document.isEmpty()) {
            return page(400, "", "document", Optional.empty());
        }
        String digest = desk.digest(document.get());
        Optional<StatusReport> known = standing.documents().find(digest);
        return page(
                200,
                "",
                "",
                Optional.of(new Found(
                        known.map(report -> report.status().word()).orElse("none"),
                        known.map(report -> OfficerPages.time(report.at())).orElse(""),
                        shown(digest))));
    }

    Response report(Form form) {
        Optional<DocumentStatus> status =
                DocumentStatus.ofWord(form.text("status")).filter(REPORTABLE::contains);
        Optional<Response> wrong = wrong(form);
        if (wrong.isPresent() || status.isEmpty()) {
            return wrong.orElseGet(() -> page(400, "", "status", Optional.empty()));
        }
        return propose(form, status.get().word(), "reported-already");
    }

    Response lift(Form form) {
        return wrong(form).orElseGet(() -> propose(form, DocumentTable.NONE, "not-reported"));
    }

    private Response propose(Form form, String after, String nothing) {
        String digest = desk.digest(document(form).orElseThrow());
        String before = desk.statusOf(digest);
        return before.equals(after)
                ? page(409, "", nothing, Optional.empty())
                : proposals.propose(new Change(Area.DOCUMENT, digest, before, after), form);
    }

    /** A reason is kept, so it must not repeat the number. */
    private Optional<Response> wrong(Form form) {
        Optional<DocumentKey> document = document(form);
        if (document.isEmpty()) {
            return Optional.of(page(400, "", "document", Optional.empty()));
        }
        String reason = form.text("reason");
        boolean repeats = reason.toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]", "")
                .contains(document.get().number());
        if (repeats || !OfficerFrame.isReason(reason)) {
            return Optional.of(page(400, "", repeats ? "reason-number" : "reason", Optional.empty()));
        }
        return Optional.empty();
    }

    static Optional<DocumentKey> document(Form form) {
        String state = form.text("state").toUpperCase(Locale.ROOT);
        String type = form.text("type").toUpperCase(Locale.ROOT);
        String number = form.text("number").toUpperCase(Locale.ROOT).replaceAll("[ -]", "");
        boolean right =
                state.matches("[A-Z]{1,3}") && type.matches("[A-Z][A-Z0-9]?") && number.matches("[A-Z0-9]{1,22}");
        return right ? Optional.of(new DocumentKey(state, type, number)) : Optional.empty();
    }

    private Response page(int status, String done, String wrong, Optional<Found> found) {
        Map<String, Object> contents = new HashMap<>();
        contents.put("statuses", List.of("lost", "stolen", "blocked"));
        contents.put("size", standing.documents().size());
        contents.put(
                "acts",
                frame.lines(desk.acts(Area.DOCUMENT)).stream()
                        .map(line -> new OfficerFrame.Line(
                                line.at(),
                                line.officer(),
                                shown(line.subject()),
                                line.before(),
                                line.after(),
                                line.reason()))
                        .toList());
        found.ifPresent(one -> contents.put("found", one));
        return frame.page(PAGE, status, done, wrong, contents);
    }

    private static String shown(String digest) {
        return digest.substring(0, 12);
    }
}
