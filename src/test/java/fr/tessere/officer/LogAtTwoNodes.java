package fr.tessere.officer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tessere.server.Officers;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Played;
import fr.tessere.server.Visitor;
import fr.tessere.server.Waiting;
import fr.tessere.specimen.document.Specimens;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What becomes of the log when one of two nodes dies, or stands still, with one PostgreSQL. */
abstract class LogAtTwoNodes extends OfficersAtTwoNodes {
    /** A lease of a minute, and a start of a node on a machine that many share. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final String HOLDER = "SELECT HOLDER FROM TESSERE_AUDIT_STREAM WHERE LOG = ?";

    /** Each node dies once, so that whichever hands the log on has died. */
    @Test
    void aSiemGetsEachEntryWhicheverNodeDies() throws Exception {
        try (Rows rows = Rows.of(database())) {
            String log = rows.value("SELECT ID FROM REALM WHERE NAME = 'tessere'");
            awaitAtSiem(signIn(0));
            String first = rows.value(HOLDER, log);
            for (int node = 0; node < 2; node++) {
                nodes().kill(node);
                awaitAtSiem(signIn(1 - node));
                nodes().startAgain(node);
            }
            assertThat(rows.value(HOLDER, log)).as("another node goes on").isNotEqualTo(first);

            List<Long> places = new ArrayList<>();
            Map<Long, String> ids = new LinkedHashMap<>();
            for (JsonNode event : nodes().siem().events()) {
                long place = event.at("/metadata/sequence").asLong();
                String id = event.at("/metadata/uid").asText();
                if (event.at("/metadata/log_name").asText().equals(log)) {
                    String before = ids.putIfAbsent(place, id);
                    if (before == null) {
                        places.add(place);
                    } else {
                        assertThat(id).as("what comes twice is the same").isEqualTo(before);
                    }
                }
            }
            assertThat(places)
                    .as("none is missing, and none comes before its turn")
                    .isEqualTo(LongStream.range(0, places.size()).boxed().toList());
        }
    }

    @Test
    void entriesThatWaitForTheirPlaceAreTold() throws Exception {
        Officers officers = nodes().officers();
        try (Rows rows = Rows.of(database())) {
            String log = rows.value("SELECT ID FROM REALM WHERE NAME = 'tessere'");
            // as if the node whose turn it is stood still
            rows.change(
                    "UPDATE TESSERE_AUDIT_LOG SET HOLDER = 'nobody', HELD_UNTIL = ? WHERE LOG = ?",
                    System.currentTimeMillis() + Duration.ofHours(1).toMillis(),
                    log);
            // another rule begins the look at the log anew, and does not wait for the next minute
            officers.agree("alerts/rule", rule("53"));
            String late = rows.value("SELECT MIN(ID) FROM TESSERE_AUDIT_WAITING WHERE LOG = ?", log);
            try {
                assertThat(officers.first().open("alerts").body())
                        .as("they have waited for seconds")
                        .doesNotContain("<code>waiting</code>");
                rows.change("UPDATE TESSERE_AUDIT_WAITING SET ACT_TIME = ACT_TIME - 360000 WHERE ID = ?", late);
                officers.agree("alerts/rule", rule("54"));
                Waiting.until(
                        "it is told",
                        PATIENCE,
                        () -> officers.first().open("alerts").body().contains("<code>waiting</code>"));
            } finally {
                rows.change("UPDATE TESSERE_AUDIT_WAITING SET ACT_TIME = ACT_TIME + 360000 WHERE ID = ?", late);
                rows.change("UPDATE TESSERE_AUDIT_LOG SET HELD_UNTIL = 0 WHERE LOG = ?", log);
            }
            Waiting.until(
                    "all have their place",
                    PATIENCE,
                    () -> rows.value("SELECT COUNT(*) FROM TESSERE_AUDIT_WAITING WHERE LOG = ? AND ID = ?", log, late)
                            .equals("0"));
        }
        assertThat(officers.first().open("log").body()).contains("Everything that was tried holds");
        officers.agree("alerts/rule", rule("50"));
    }

    /** A node looks a minute after it began, and each hour. */
    @Test
    void aKeyOfAMonthThatIsOverIsErasedAndTheLogSaysSo() throws Exception {
        String lastMonth = YearMonth.now(ZoneOffset.UTC).minusMonths(1).toString();
        try (Rows rows = Rows.of(database())) {
            String log = rows.value("SELECT ID FROM REALM WHERE NAME = 'tessere'");
            for (String month : List.of("2019-03", lastMonth)) {
                rows.change(
                        "INSERT INTO TESSERE_AUDIT_KEY (LOG, RETENTION, KEY_MONTH, SEALED) VALUES (?, 'citizen', ?, 'x')",
                        log,
                        month);
            }
            nodes().kill(1);
            nodes().startAgain(1);
            Waiting.until(
                    "the key is gone", PATIENCE, () -> keys(rows, "2019-03").equals("0"));

            assertThat(keys(rows, lastMonth)).isEqualTo("1");
            Waiting.until(
                    "the log says so",
                    PATIENCE,
                    () -> rows.value(
                                    "SELECT COUNT(*) FROM TESSERE_AUDIT_ENTRY WHERE LOG = ? AND KIND = 'retention-erased' AND ENTRY_TEXT LIKE '%2019-03%'",
                                    log)
                            .equals("1"));
            assertThat(configurations(rows, log, "settings"))
                    .as("both nodes have told what holds at their starts, and it is known")
                    .isEqualTo("1");
            assertThat(configurations(rows, log, "client-policies")).isEqualTo("1");
        }
    }

    private static String configurations(Rows rows, String log, String subject) throws SQLException {
        return rows.value(
                "SELECT COUNT(*) FROM TESSERE_AUDIT_ENTRY WHERE LOG = ? AND KIND = 'configuration' AND ENTRY_TEXT LIKE ?",
                log,
                "%subject " + subject + "%");
    }

    private static String keys(Rows rows, String month) throws SQLException {
        return rows.value("SELECT COUNT(*) FROM TESSERE_AUDIT_KEY WHERE KEY_MONTH = ?", month);
    }

    private void awaitAtSiem(String transaction) {
        Waiting.until(
                "the entry is at the SIEM",
                PATIENCE,
                () -> nodes().siem().text().contains("\"uid\":\"" + transaction + "\""));
    }

    /** The {@code txn} of a sign-in at this node; the other one may have died a moment ago. */
    private String signIn(int node) {
        List<String> transactions = new ArrayList<>();
        Waiting.until("somebody signs in", PATIENCE, () -> {
            Visitor visitor =
                    Visitor.arrive(new PlainBrowser("en"), nodes().service(node).begin("eidas1"));
            String back = Played.honestly(visitor.readingHere(), Specimens.load("french-identity-card"))
                    .last()
                    .json()
                    .path("returnAddress")
                    .asText();
            transactions.add(
                    visitor.returnTo(back).tokens().claims().path("txn").asText());
            return true;
        });
        return transactions.get(0);
    }
}
