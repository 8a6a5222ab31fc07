package fr.tessere.keycloak.officer;

import fr.tessere.keycloak.status.OfficerAct;
import fr.tessere.keycloak.status.OfficerDesk;
import fr.tessere.keycloak.status.RealmStanding;
import fr.tessere.verification.assurance.KillSwitch;
import fr.tessere.verification.assurance.SwitchKind;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Kill switches: which are set, set one, lift one, and what was done before. */
final class SwitchPages {
    private static final String PAGE = "switches";

    private final OfficerDesk desk;
    private final RealmStanding standing;
    private final OfficerFrame frame;

    SwitchPages(OfficerDesk desk, RealmStanding standing, OfficerFrame frame) {
        this.desk = desk;
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
        return change(form, desk::set, "set", "switch-set-already");
    }

    Response lift(Form form) {
        return change(form, desk::lift, "lifted", "switch-not-set");
    }

    private Response change(
            Form form, BiFunction<KillSwitch, String, Optional<OfficerAct>> change, String done, String nothing) {
        Optional<SwitchKind> kind = SwitchKind.ofWord(form.text("kind"));
        Optional<String> value = kind.flatMap(known -> known.value(form.text("value")));
        if (value.isEmpty()) {
            return list(400, "", "switch-value");
        }
        if (!OfficerFrame.isReason(form.text("reason"))) {
            return list(400, "", "reason");
        }
        return change.apply(new KillSwitch(kind.get(), value.get()), form.text("reason"))
                .map(act -> frame.done(act, PAGE, done))
                .orElseGet(() -> list(409, "", nothing));
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
                        "acts", frame.lines(desk.acts(OfficerAct.Area.SWITCH))));
    }
}
