package fr.tessere.officer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.server.Waiting;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What has to go goes, with one PostgreSQL. A node looks a minute after it began, and each hour. */
abstract class RetentionAtTwoNodes extends OfficersAtTwoNodes {
    /** A lease of a minute, and a start of a node on a machine that many share. */
    static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final List<String> STAFF = List.of(
            "TESSERE_OFFICER_ACT.ID", "TESSERE_PROPOSAL.ID", "TESSERE_ALERT.ID", "TESSERE_ALERT_DELIVERY.ALERT");

    @Test
    void whatIsOverGoesAndTheLogSaysSo() throws Exception {
        // as far as the next look, which may be late
        OffsetDateTime next = OffsetDateTime.now(ZoneOffset.UTC).plusHours(2);
        try (Rows rows = Rows.of(database())) {
            String log = rows.value("SELECT ID FROM REALM WHERE NAME = 'tessere'");
            String over = month(next, 12);
            for (int months : List.of(11, 12, 35, 36)) {
                key(rows, log, months < 13 ? "citizen" : "staff", month(next, months));
            }
            key(rows, log, "staff", over);
            acts(rows, log, "old", next.minusMonths(36).minusDays(1));
            acts(rows, log, "young", next.minusMonths(36).plusDays(1));
            nodes().kill(1);
            nodes().startAgain(1);

            for (String column : STAFF) {
                Waiting.until(
                        "what is old is gone: " + column,
                        PATIENCE,
                        () -> count(rows, column, "old").equals("0"));
                assertThat(count(rows, column, "young")).as(column).isEqualTo("1");
            }
            assertThat(count(rows, "TESSERE_PROPOSAL.ID", "old-and-open")).isEqualTo("1");
            assertThat(
                            rows.value(
                                    "SELECT STRING_AGG(RETENTION || ' ' || KEY_MONTH, ', ' ORDER BY RETENTION, KEY_MONTH) FROM TESSERE_AUDIT_KEY WHERE SEALED = 'x'"))
                    .isEqualTo("citizen %s, staff %s, staff %s".formatted(month(next, 11), month(next, 35), over));
            Waiting.until(
                    "the log says so",
                    PATIENCE,
                    () -> rows.value(
                                    "SELECT COUNT(*) FROM TESSERE_AUDIT_ENTRY WHERE LOG = ? AND KIND = 'retention-erased' AND ENTRY_TEXT LIKE ?",
                                    log,
                                    "%citizen%" + over + "%")
                            .equals("1"));
            clean(rows);
        }
    }

    @Test
    void whatHoldsAtTheirStartsIsTheSameForBothAndAnEntryOnce() throws Exception {
        try (Rows rows = Rows.of(database())) {
            String log = rows.value("SELECT ID FROM REALM WHERE NAME = 'tessere'");
            for (String subject : List.of("settings", "client-policies")) {
                Waiting.until(
                        "somebody has looked: " + subject,
                        PATIENCE,
                        () -> !configurations(rows, log, subject).equals("0"));
                assertThat(configurations(rows, log, subject)).as(subject).isEqualTo("1");
            }
        }
    }

    private static String configurations(Rows rows, String log, String subject) throws SQLException {
        return rows.value(
                "SELECT COUNT(*) FROM TESSERE_AUDIT_ENTRY WHERE LOG = ? AND KIND = 'configuration' AND ENTRY_TEXT LIKE ?",
                log,
                "%subject " + subject + "%");
    }

    private static void key(Rows rows, String log, String retention, String month) throws SQLException {
        rows.change(
                "INSERT INTO TESSERE_AUDIT_KEY (LOG, RETENTION, KEY_MONTH, SEALED) VALUES (?, ?, ?, 'x')",
                log,
                retention,
                month);
    }

    /** One of each, by somebody who is an officer no more. */
    private static void acts(Rows rows, String realm, String id, OffsetDateTime when) throws SQLException {
        long at = when.toInstant().toEpochMilli();
        rows.change(
                "INSERT INTO TESSERE_OFFICER_ACT (ID, REALM_ID, AREA, SUBJECT, STATE_BEFORE, STATE_AFTER, OFFICER, REASON, ACT_TIME)"
                        + " VALUES (?, ?, 'switch', 'country zid', 'accepted', 'switched-off', 'former', 'long ago', ?)",
                id,
                realm,
                at);
        proposal(rows, realm, id, "expired", at);
        if (id.equals("old")) {
            proposal(rows, "another", "old-and-open", "open", at);
        }
        rows.change(
                "INSERT INTO TESSERE_ALERT (ID, LOG, RULE, SUBJECT, FIRST_AT, LAST_AT, COUNTED, ENTRIES, RAISED_AT, KEEPER, SEEN_AT, NOTE)"
                        + " VALUES (?, ?, 'alone', 'switch country zid', ?, ?, 1, '', ?, 'former', ?, 'seen')",
                id,
                realm,
                at,
                at,
                at,
                at);
        rows.change(
                "INSERT INTO TESSERE_ALERT_DELIVERY (ID, LOG, ALERT, CHANNEL, TRIES, NEXT_AT, STANDING)"
                        + " VALUES (?, ?, ?, 'webhook', 1, ?, 'delivered')",
                id + " webhook",
                realm,
                id,
                at);
    }

    private static void proposal(Rows rows, String realm, String id, String standing, long at) throws SQLException {
        rows.change(
                "INSERT INTO TESSERE_PROPOSAL (ID, REALM_ID, AREA, SUBJECT, VALUE_BEFORE, VALUE_AFTER, URGENT, PROPOSER,"
                        + " REASON, PROPOSED_AT, ENDS_AT, STANDING, DECIDER, DECIDED_AT, ANSWER)"
                        + " VALUES (?, ?, 'switch', 'country zid', 'accepted', 'switched-off', FALSE, 'former', 'long ago', ?, ?, ?, '', ?, '')",
                id,
                realm,
                at,
                at,
                standing,
                at);
    }

    private static String count(Rows rows, String column, String id) throws SQLException {
        String[] names = column.split("\\.");
        return rows.value("SELECT COUNT(*) FROM " + names[0] + " WHERE " + names[1] + " = ?", id);
    }

    private static void clean(Rows rows) throws SQLException {
        rows.change("DELETE FROM TESSERE_AUDIT_KEY WHERE SEALED = 'x'");
        for (String column : STAFF) {
            String[] names = column.split("\\.");
            rows.change("DELETE FROM " + names[0] + " WHERE " + names[1] + " IN ('young', 'old-and-open')");
        }
    }

    private static String month(OffsetDateTime next, int before) {
        return YearMonth.from(next).minusMonths(before).toString();
    }
}
