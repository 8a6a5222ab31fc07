package fr.tessere.keycloak.officer;

import fr.tessere.keycloak.proposal.Change;
import fr.tessere.keycloak.status.OfficerAct.Area;
import fr.tessere.keycloak.status.OfficerDesk;
import fr.tessere.keycloak.status.RealmStanding;
import fr.tessere.verification.assurance.KillSwitch;
import fr.tessere.verification.assurance.SwitchKind;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Kill switches: which are set, propose to set one or to lift one, and what was done before. */
final class SwitchPages {
    private static final String PAGE = "switches";

    private final OfficerDesk desk;
    private final RealmStanding standing;
    private final ProposalPages proposals;
    private final OfficerFrame frame;

    SwitchPages(OfficerDesk desk, RealmStanding standing, ProposalPages proposals, OfficerFrame frame) {
        this.desk = desk;
        this.proposals = proposals;
        this.standing = standing;
        this.frame = frame;
    }

    /**
     * A switch that is set, for the page.
     *
     * @param kind word of the kind
     * @param value which one
     * @param since when it was set
     * @param reason in the officer's words
     */
    public record Row(String kind, String value, String since, String reason) {}

    Response list(int status, String done) {
        return list(status, done, "");
    }

    Response set(Form form) {
        return change(form, OfficerDesk.OFF, "switch-set-already");
    }

    Response lift(Form form) {
        return change(form, OfficerDesk.ON, "switch-not-set");
    }

    private Response change(Form form, String after, String nothing) {
        Optional<SwitchKind> kind = SwitchKind.ofWord(form.text("kind"));
        Optional<String> value = kind.flatMap(known -> known.value(form.text("value")));
        if (value.isEmpty()) {
            return list(400, "", "switch-value");
        }
        if (!OfficerFrame.isReason(form.text("reason"))) {
            return list(400, "", "reason");
        }
        KillSwitch wanted = new KillSwitch(kind.get(), value.get());
        String before = desk.stateOf(wanted);
        return before.equals(after)
                ? list(409, "", nothing)
                : proposals.propose(new Change(Area.SWITCH, OfficerDesk.subject(wanted), before, after), form);
    }

    private Response list(int status, String done, String wrong) {
        List<Row> rows = standing.switchTable().all().stream()
                .map(one -> new Row(one.kind().word(), one.value(), OfficerPages.time(one.since()), one.reason()))
                .toList();
        List<String> kinds =
                Arrays.stream(SwitchKind.values()).map(SwitchKind::word).toList();
        return frame.page(
                PAGE,
                status,
                done,
                wrong,
                Map.of(
                        "switches", rows,
                        "kinds", kinds,
                        "acts", frame.lines(desk.acts(Area.SWITCH))));
    }
}
