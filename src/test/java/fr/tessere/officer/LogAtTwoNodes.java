package fr.tessere.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.AdminDoor;
import fr.tessere.server.Officers;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Played;
import fr.tessere.server.StaffBrowser;
import fr.tessere.server.Visitor;
import fr.tessere.server.Waiting;
import fr.tessere.server.Wire;
import fr.tessere.specimen.document.Specimens;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What becomes of the log when one of two nodes dies, or stands still, with one PostgreSQL. */
abstract class LogAtTwoNodes extends RetentionAtTwoNodes {
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
            // as if the node whose turn it is stood still; held for longer than clocks differ it would be nobody's
            rows.change(
                    "UPDATE TESSERE_AUDIT_LOG SET HOLDER = 'nobody', HELD_UNTIL = ? WHERE LOG = ?",
                    System.currentTimeMillis() + Duration.ofMinutes(10).toMillis(),
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

    /** The database takes no entry, and all else lives. */
    @Test
    void whereNoEntryCanBeWrittenNobodySignsInAndNoOfficerDoesAnything() throws Exception {
        StaffBrowser officer = nodes().officer(0);
        // the account is there, so that nothing but a code would follow
        signIn(0);
        Visitor visitor = visitor();
        String back = readBack(visitor);
        Visitor atService = visitor();
        atService.returnTo(readBack(atService));
        Wire reader = new Wire(visitor().readingHere());
        Map<String, String> alone =
                Map.of("kind", "country", "value", "ZIC", "reason", "while no entry is written", "urgent", "yes");
        try (Rows rows = Rows.of(database())) {
            rows.change("ALTER TABLE TESSERE_AUDIT_WAITING RENAME TO TESSERE_AUDIT_GONE");
            try {
                Page answer = visitor.comeBack(back).page();
                assertThat(answer.status()).isEqualTo(500);
                assertThat(answer.redirectParameters()).doesNotContainKey("code");
                assertThat(reader.open().status()).as("nobody is told who asks").isEqualTo(500);
                assertThatThrownBy(atService::tokens)
                        .as("no token is given")
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("status 500");

                assertThat(officer.send("switches/set", alone).status()).isEqualTo(500);
                assertThat(acts(rows)).isEqualTo("0");
                assertThat(rows.value("SELECT COUNT(*) FROM TESSERE_PROPOSAL WHERE SUBJECT = 'country zic'"))
                        .isEqualTo("0");
                assertThat(rows.value("SELECT COUNT(*) FROM TESSERE_SWITCH WHERE LOWER(SWITCHED) = 'zic'"))
                        .isEqualTo("0");
            } finally {
                rows.change("ALTER TABLE TESSERE_AUDIT_GONE RENAME TO TESSERE_AUDIT_WAITING");
            }

            assertThat(signIn(0)).isNotEmpty();
            assertThat(officer.send("switches/set", alone).status()).isEqualTo(200);
            assertThat(acts(rows)).isEqualTo("1");
        }
    }

    private Visitor visitor() {
        return Visitor.arrive(new PlainBrowser("en"), nodes().service(0).begin("eidas1"));
    }

    private static String acts(Rows rows) throws SQLException {
        return rows.value("SELECT COUNT(*) FROM TESSERE_OFFICER_ACT WHERE SUBJECT = 'country zic'");
    }

    /** Keycloak swallows what goes wrong in a listener: without the key of the month, ours cannot even make the entry. */
    @Test
    void whereNoEntryCanBeMadeAnAdministratorChangesNothing() throws Exception {
        AdminDoor admin = nodes().admin();
        // its log has no key that a node could know yet
        assertThat(admin.post("", "{\"realm\":\"unwritten\",\"enabled\":true,\"displayName\":\"before\"}"))
                .isEqualTo(201);
        String after = "{\"realm\":\"unwritten\",\"displayName\":\"after\"}";
        try (Rows rows = Rows.of(database())) {
            rows.change("ALTER TABLE TESSERE_AUDIT_KEY RENAME TO TESSERE_AUDIT_KEY_GONE");
            try {
                assertThatThrownBy(() -> admin.put("unwritten", after)).hasMessageContaining("answered 500");
                assertThat(admin.get("unwritten").path("displayName").asText()).isEqualTo("before");
            } finally {
                rows.change("ALTER TABLE TESSERE_AUDIT_KEY_GONE RENAME TO TESSERE_AUDIT_KEY");
            }
        }
        admin.put("unwritten", after);
        assertThat(admin.get("unwritten").path("displayName").asText()).isEqualTo("after");
        admin.delete("unwritten");
    }

    /** As if it had been found, and the webhook had been away for too long. */
    @Test
    void eachNodeTellsWhatNobodyHasAcknowledged() throws Exception {
        String alert = UUID.randomUUID().toString();
        long now = System.currentTimeMillis();
        long before;
        // a log that nobody has written to has no numbers
        StaffBrowser officer = nodes().officer(0);
        try (Rows rows = Rows.of(database())) {
            String log = rows.value("SELECT ID FROM REALM WHERE NAME = 'tessere'");
            // somebody wrote to the database before, in another test
            before = Long.parseLong(rows.value(
                    "SELECT COUNT(*) FROM TESSERE_ALERT WHERE LOG = ? AND RULE = 'integrity' AND SUBJECT LIKE 'proof %' AND KEEPER = ''",
                    log));
            rows.change(
                    "INSERT INTO TESSERE_ALERT (ID, LOG, RULE, SUBJECT, FIRST_AT, LAST_AT, COUNTED, ENTRIES, RAISED_AT, KEEPER, SEEN_AT, NOTE)"
                            + " VALUES (?, ?, 'integrity', 'proof root', ?, ?, 1, '', ?, '', 0, '')",
                    alert,
                    log,
                    now,
                    now,
                    now);
            rows.change(
                    "INSERT INTO TESSERE_ALERT_DELIVERY (ID, LOG, ALERT, CHANNEL, TRIES, NEXT_AT, STANDING)"
                            + " VALUES (?, ?, ?, 'webhook', 10, 0, 'given-up')",
                    alert + " webhook",
                    log,
                    alert);
        }
        awaitGauge("tessere_log_unproven", before + 1);
        awaitGauge("tessere_alerts_undelivered", 1);
        assertThat(officer.send("alerts/acknowledge", Map.of("id", alert, "reason", "of this test"))
                        .status())
                .isEqualTo(200);
        awaitGauge("tessere_log_unproven", before);
        awaitGauge("tessere_alerts_undelivered", 0);
    }

    private void awaitGauge(String gauge, long value) {
        for (int node = 0; node < 2; node++) {
            int at = node;
            Waiting.until(
                    gauge + " of node " + node + " is " + value,
                    PATIENCE,
                    () -> nodes().metrics(at).contains("%s{realm=\"tessere\"} %d.0".formatted(gauge, value)));
        }
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
            transactions.add(visitor.returnTo(readBack(visitor))
                    .tokens()
                    .claims()
                    .path("txn")
                    .asText());
            return true;
        });
        return transactions.get(0);
    }

    /** Reads a card for this visitor; where the reader leads back to. */
    private static String readBack(Visitor visitor) throws ReadingException {
        return Played.honestly(visitor.readingHere(), Specimens.load("french-identity-card"))
                .last()
                .json()
                .path("returnAddress")
                .asText();
    }
}
