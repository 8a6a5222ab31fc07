package fr.tessere.officer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.audit.receipt.Entry;
import fr.tessere.history.PublicLog;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Officers;
import fr.tessere.server.Page;
import fr.tessere.server.StaffBrowser;
import fr.tessere.server.Waiting;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.Specimens;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("Four eyes: one officer proposes, another confirms")
class FourEyesTest {
    private static final String PASSPORT = "passport-active-authentication";

    @Test
    void oneOfficerAloneChangesNothing(KeycloakServer server) {
        Officers officers = server.officers();
        Map<String, String> form = form("ZAA");

        assertThat(officers.first().send("switches/set", form).status()).isEqualTo(200);
        assertThat(isSet(officers.first(), "zaa")).isFalse();
        String proposal = Officers.newest(officers.second());
        Page own = officers.first().send("proposals/confirm", Map.of("id", proposal));
        assertThat(own.status()).isEqualTo(409);
        assertThat(own.body()).contains("You proposed this yourself");
        assertThat(isSet(officers.first(), "zaa")).isFalse();

        assertThat(officers.second()
                        .send("proposals/confirm", Map.of("id", proposal))
                        .status())
                .isEqualTo(200);
        assertThat(isSet(officers.first(), "zaa")).isTrue();
        assertThat(officers.agree("switches/lift", form).status()).isEqualTo(200);
        assertThat(isSet(officers.first(), "zaa")).isFalse();
    }

    @Test
    void whatIsRejectedOrTakenBackHasNoEffect(KeycloakServer server) {
        Officers officers = server.officers();
        for (StaffBrowser ending : List.of(officers.first(), officers.second())) {
            officers.first().send("switches/set", form("ZAB"));
            String proposal = Officers.newest(officers.second());

            assertThat(ending.send("proposals/reject", Map.of("id", proposal, "reason", "not for this"))
                            .status())
                    .isEqualTo(200);
            assertThat(officers.second()
                            .send("proposals/confirm", Map.of("id", proposal))
                            .status())
                    .isEqualTo(409);
            assertThat(isSet(officers.first(), "zab")).isFalse();
        }
        assertThat(officers.first().open("proposals").body()).contains("taken back", "rejected", "not for this");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "00000000-0000-0000-0000-000000000000"})
    void whatNobodyProposedIsNotConfirmed(String id, KeycloakServer server) {
        StaffBrowser officer = server.staff("officer");
        assertThat(officer.send("proposals/confirm", Map.of("id", id)).status()).isEqualTo(409);
        assertThat(officer.send("proposals/reject", Map.of("id", id, "reason", "a good reason"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void ofTwoWhoConfirmAtOnceOneDoes(KeycloakServer server) throws Exception {
        Officers officers = server.officers();
        StaffBrowser third = server.staff("third-officer");
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (String country : List.of("ZBA", "ZBB", "ZBC", "ZBD")) {
                officers.first().send("switches/set", form(country));
                Map<String, String> id = Map.of("id", Officers.newest(third));
                Callable<Integer> one =
                        () -> officers.second().send("proposals/confirm", id).status();
                Callable<Integer> other =
                        () -> third.send("proposals/confirm", id).status();
                List<Future<Integer>> answers = both.invokeAll(List.of(one, other));

                assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                        .as(country)
                        .containsExactlyInAnyOrder(200, 409);
                assertThat(server.log().split("\"subject\":\"country " + country.toLowerCase() + "\"", -1))
                        .as("proposed, confirmed, set: one line each")
                        .hasSize(4);
            }
        } finally {
            both.shutdownNow();
            for (String country : List.of("ZBA", "ZBB", "ZBC", "ZBD")) {
                officers.agree("switches/lift", form(country));
            }
        }
    }

    @Test
    void aChangeThatSomethingElseOvertookIsNotMade(KeycloakServer server) {
        Officers officers = server.officers();
        Map<String, String> form = form("ZCA");
        officers.first().send("switches/set", form);
        String proposal = Officers.newest(officers.second());
        assertThat(officers.second().send("switches/set", form).body()).contains("proposed already");

        assertThat(officers.second().send("switches/set", urgent(form)).status())
                .isEqualTo(200);
        Page late = officers.second().send("proposals/confirm", Map.of("id", proposal));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("has changed since it was proposed");
    }

    @Test
    void inAnEmergencyOneOfficerRefusesForAShortTime(KeycloakServer server) {
        StaffBrowser officer = server.staff("officer");
        Map<String, String> form = document("report-urgent");

        assertThat(officer.send("documents/report", urgent(form)).status()).isEqualTo(200);
        assertThat(Reader.read(server, PASSPORT).code()).isEqualTo(RefusalCode.DOCUMENT_BLOCKED);
        assertThat(server.staff("auditor").open("proposals").body()).contains("by one officer alone");
        assertThat(officer.send("documents/lift", urgent(form)).body())
                .as("what lets more pass is never urgent")
                .contains("you can only refuse more");

        Waiting.until(
                "accepted again",
                Duration.ofSeconds(60),
                () -> Reader.read(server, PASSPORT).status() == 200);
        assertThat(officer.send("documents/report", urgent(form)).body()).contains("Now it needs two");
        awaitSteps(server, "urgent none blocked", "expired none blocked");
    }

    @Test
    void whatOneDidAloneStaysOnceAnotherConfirms(KeycloakServer server) {
        Officers officers = server.officers();
        Map<String, String> form = form("ZDA");
        officers.first().send("switches/set", urgent(form));
        assertThat(officers.second()
                        .send("proposals/confirm", Map.of("id", Officers.newest(officers.second())))
                        .status())
                .isEqualTo(200);
        officers.first().send("switches/set", urgent(form("ZDB")));
        awaitSteps(server, "urgent accepted switched-off", "confirmed accepted switched-off");

        Waiting.until("what nobody confirmed has ended", Duration.ofSeconds(60), () -> !isSet(officers.first(), "zdb"));
        assertThat(isSet(officers.first(), "zda")).isTrue();
        officers.agree("switches/lift", form);
    }

    private static void awaitSteps(KeycloakServer server, String... steps) {
        StaffBrowser auditor = server.staff("auditor");
        Waiting.until(
                "each step is an entry",
                Duration.ofSeconds(30),
                () -> PublicLog.entries(auditor.open("log/export").body()).stream()
                        .filter(entry -> entry.kind().equals("officer-proposal"))
                        .map(FourEyesTest::words)
                        .toList()
                        .containsAll(List.of(steps)));
    }

    private static String words(Entry entry) {
        return "%s %s %s"
                .formatted(
                        entry.value("step").orElse(""),
                        entry.value("before").orElse(""),
                        entry.value("after").orElse(""));
    }

    private static boolean isSet(StaffBrowser officer, String country) {
        return officer.open("switches").body().contains("<code class=\"switch\">country " + country + "</code>");
    }

    private static Map<String, String> form(String country) {
        return Map.of("kind", "country", "value", country, "reason", "four eyes are looking");
    }

    private static Map<String, String> document(String reason) {
        String line = Specimens.load(PASSPORT).mrz().text();
        String number = line.substring(44, 53).replace("<", "");
        String state = line.substring(2, 5).replace("<", "");
        return Map.of("state", state, "type", "P", "number", number, "status", "blocked", "reason", reason);
    }

    private static Map<String, String> urgent(Map<String, String> form) {
        Map<String, String> urgent = new HashMap<>(form);
        urgent.put("urgent", "yes");
        return urgent;
    }
}
