package fr.tessere.officer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Letter;
import fr.tessere.server.Officers;
import fr.tessere.server.Page;
import fr.tessere.server.StaffBrowser;
import fr.tessere.server.Waiting;
import fr.tessere.server.WithKeycloak;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("Alerts: found by rules in the log, told to whoever has to look")
class AlertTest {
    static final String CARD = "identity-card-td2";
    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void whatOneOfficerDidAloneIsToldToAProgramAndByMailAndSeenOnce(KeycloakServer server) {
        Officers officers = server.officers();
        server.alerts().refuseOnce("switch country zga");
        actAlone(officers, "ZGA");

        JsonNode alert = server.alerts().await("alone", "switch country zga");
        assertThat(alert.path("count").asInt()).isEqualTo(1);
        assertThat(alert.path("realm").asText()).isEqualTo("tessere");
        assertThat(alert.path("entries").size()).isEqualTo(1);
        assertThat(server.alerts().unsigned()).isEmpty();
        String id = alert.path("alert").asText();
        Waiting.until(
                "an e-mail about it",
                SOON,
                () -> plain(server.postBox("security@example.org")).contains(id));

        String page = "a-" + id;
        Waiting.until(
                "tried twice, then taken",
                SOON,
                () -> officers.first().open("alerts").body().contains("By program: delivered"));
        assertThat(officers.first().open("alerts").body()).contains(page, "One officer acted alone");
        assertThat(officers.first()
                        .open("entries/" + alert.path("entries").get(0).asText())
                        .body())
                .contains("officer-proposal", "urgent");

        Map<String, String> seen = Map.of("id", id, "reason", "it was agreed by telephone");
        ownActIsNotPutAway(server.staff("officer"), page, seen);
        assertThat(officers.second().send("alerts/acknowledge", seen).status()).isEqualTo(200);
        Page after = officers.first().send("alerts/acknowledge", seen);
        assertThat(after.status()).as("seen once").isEqualTo(409);
        assertThat(after.body())
                .contains("Somebody has seen this alert already", "Seen by second-officer")
                .doesNotContain(page);
        assertThat(officers.first().open("entries?kind=officer-alert").body()).contains("officer-alert");
    }

    /** Whoever acted alone sees the alert about it, and no form to put it away; one that is sent all the same does nothing. */
    private static void ownActIsNotPutAway(StaffBrowser alone, String alert, Map<String, String> seen) {
        String page = alone.open("alerts").body();
        int entry = page.indexOf("id=\"" + alert + "\"");
        assertThat(page.substring(entry, page.indexOf("</div>", entry)))
                .contains("<p>You acted alone here")
                .doesNotContain("alerts/acknowledge");
        Page refused = alone.send("alerts/acknowledge", seen);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("role=\"alert\">You acted alone here", "id=\"" + alert + "\"");
        alone.open("alerts?kc_locale=fr");
        assertThat(alone.send("alerts/acknowledge", seen).body()).contains("role=\"alert\">Vous avez agi seul ici");
    }

    @Test
    void aRuleIsChangedByTwoAndThenFindsMore(KeycloakServer server) {
        Officers officers = server.officers();
        Map<String, String> rule = Map.of(
                "rule", "refusals", "state", "on", "threshold", "4", "minutes", "2", "reason", "something is on");
        assertThat(officers.first().send("alerts/rule", rule).status()).isEqualTo(200);
        assertThat(officers.first().open("alerts").body())
                .as("one is not enough")
                .contains("When 50 readings or more");
        Map<String, String> report = report();
        try {
            officers.second().send("proposals/confirm", Map.of("id", Officers.newest(officers.second())));
            assertThat(officers.first().open("alerts").body()).contains("When 4 readings or more");
            officers.agree("documents/report", report);
            for (int i = 0; i < 4; i++) {
                assertThat(Reader.read(server, CARD).code()).isEqualTo(RefusalCode.DOCUMENT_LOST);
            }

            JsonNode alert = server.alerts().await("refusals", "document-lost");
            assertThat(alert.path("count").asInt()).isGreaterThanOrEqualTo(4);
            assertThat(alert.path("entries").size()).isGreaterThanOrEqualTo(4);
        } finally {
            officers.agree("documents/lift", report);
            officers.agree(
                    "alerts/rule",
                    Map.of(
                            "rule",
                            "refusals",
                            "state",
                            "on",
                            "threshold",
                            "50",
                            "minutes",
                            "10",
                            "reason",
                            "as it was"));
        }
        assertThat(server.staff("auditor").open("proposals").body()).contains("on 50 10", "on 4 2");
    }

    @ParameterizedTest
    @CsvSource({
        "refusals, on, 0, 10, a good reason, 400",
        "refusals, on, 10, 1441, a good reason, 400",
        "refusals, perhaps, 10, 10, a good reason, 400",
        "nothing, on, 10, 10, a good reason, 400",
        "refusals, on, '10 10', 10, a good reason, 400",
        "refusals, on, 10, 10, no, 400",
        "guesses, on, 5, 15, it is so already, 409",
    })
    void whatIsNoRuleIsRefused(
            String rule,
            String state,
            String threshold,
            String minutes,
            String reason,
            int status,
            KeycloakServer server) {
        assertThat(server.staff("officer")
                        .send(
                                "alerts/rule",
                                Map.of(
                                        "rule",
                                        rule,
                                        "state",
                                        state,
                                        "threshold",
                                        threshold,
                                        "minutes",
                                        minutes,
                                        "reason",
                                        reason))
                        .status())
                .isEqualTo(status);
    }

    /** Its source without the line breaks that e-mail puts into it. */
    private static String plain(Letter letter) {
        return letter.source().replace("=\r\n", "");
    }

    static void actAlone(Officers officers, String country) {
        assertThat(officers.first()
                        .send(
                                "switches/set",
                                Map.of(
                                        "kind",
                                        "country",
                                        "value",
                                        country,
                                        "reason",
                                        "nobody else is here",
                                        "urgent",
                                        "yes"))
                        .status())
                .isEqualTo(200);
    }

    static Map<String, String> report() {
        return Map.of(
                "state",
                "UTO",
                "type",
                "ID",
                "number",
                fr.tessere.specimen.document.Specimens.load(CARD)
                        .mrz()
                        .text()
                        .substring(36, 45)
                        .replace("<", ""),
                "status",
                "lost",
                "reason",
                "lost in a train");
    }
}
