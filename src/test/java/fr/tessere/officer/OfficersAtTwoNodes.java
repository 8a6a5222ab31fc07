package fr.tessere.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.tessere.server.Officers;
import fr.tessere.server.Postgres;
import fr.tessere.server.StaffBrowser;
import fr.tessere.server.TwoNodes;
import fr.tessere.server.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What officers decide and hear at two nodes with one PostgreSQL; starts them for whoever tries more there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OfficersAtTwoNodes {
    private @Nullable Postgres database;
    private @Nullable TwoNodes cluster;

    @BeforeAll
    void start() {
        Optional<Postgres> started = Postgres.start();
        assumeTrue(started.isPresent(), "PostgreSQL is not installed: apt-get install postgresql");
        database = started.orElseThrow();
        cluster = TwoNodes.start(database);
    }

    @AfterAll
    void stop() {
        if (cluster != null) {
            cluster.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @Test
    void whatBothNodesCouldFindIsFoundOnce() {
        AlertTest.actAlone(nodes().officers(), "ZHA");
        StaffBrowser officer = nodes().officer(1);
        Waiting.until(
                "it is found",
                Duration.ofSeconds(60),
                () -> officer.open("alerts").body().contains("switch country zha"));
        assertThat(officer.open("alerts").body().split("switch country zha", -1))
                .hasSize(2);
        assertThat(officer.open("overview?period=week").status()).isEqualTo(200);
    }

    @Test
    void ofTwoWhoConfirmAtOnceAtBothNodesOneDoes() throws Exception {
        Map<String, String> form = country("ZIA");
        StaffBrowser second = nodes().staff(1, "second-officer");
        StaffBrowser third = nodes().staff(0, "third-officer");
        nodes().officer(0).send("switches/set", form);
        Map<String, String> id = Map.of("id", Officers.newest(third));

        List<Integer> answers = List.of(second, third).parallelStream()
                .map(one -> one.send("proposals/confirm", id).status())
                .toList();

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        try (Rows rows = Rows.of(database())) {
            assertThat(rows.value("SELECT COUNT(*) FROM TESSERE_OFFICER_ACT WHERE SUBJECT = 'country zia'"))
                    .isEqualTo("1");
        }
        nodes().officers().agree("switches/lift", form);
    }

    @Test
    void aProposalEndsByItselfAfterADay() throws Exception {
        StaffBrowser second = nodes().staff(1, "second-officer");
        nodes().officer(0).send("switches/set", country("ZIB"));
        String id = Officers.newest(second);
        try (Rows rows = Rows.of(database())) {
            assertThat(rows.value("SELECT ENDS_AT - PROPOSED_AT FROM TESSERE_PROPOSAL WHERE ID = ?", id))
                    .isEqualTo(String.valueOf(Duration.ofHours(24).toMillis()));
            rows.change("UPDATE TESSERE_PROPOSAL SET ENDS_AT = ? WHERE ID = ?", System.currentTimeMillis() - 1, id);

            assertThat(second.send("proposals/confirm", Map.of("id", id)).status())
                    .isEqualTo(409);
            assertThat(second.open("switches").body()).doesNotContain("country zib</code>");
            Waiting.until(
                    "it has ended by itself",
                    Duration.ofSeconds(60),
                    () -> rows.value("SELECT STANDING FROM TESSERE_PROPOSAL WHERE ID = ?", id)
                            .equals("expired"));
        }
    }

    @Test
    void whoWritesToTheLogPastTheServerIsFound() throws Exception {
        Officers officers = nodes().officers();
        try (Rows rows = Rows.of(database())) {
            String log = rows.value("SELECT ID FROM REALM WHERE NAME = 'tessere'");
            // all that has a place now: proofs pick an entry of each fiftieth of the log
            String stretch = " WHERE ID IN (SELECT ENTRY_ID FROM TESSERE_AUDIT_LEAF WHERE LOG = ? AND PLACE < "
                    + rows.value("SELECT COUNT(*) FROM TESSERE_AUDIT_LEAF WHERE LOG = ? AND PLACE >= 0", log) + ")";
            rows.change("UPDATE TESSERE_AUDIT_ENTRY SET ENTRY_TEXT = ENTRY_TEXT || ' '" + stretch, log);
            try {
                // another rule begins the look at the log anew, and does not wait for the next minute
                officers.agree("alerts/rule", rule("51"));
                Waiting.until(
                        "it is told",
                        Duration.ofSeconds(120),
                        () -> officers.first().open("alerts").body().contains("proof inclusion"));
                assertThat(officers.first().open("log").body())
                        .as("while it is broken")
                        .contains("Something does not hold", "<td>does not hold</td>")
                        .doesNotContain("Everything that was tried holds");
            } finally {
                rows.change(
                        "UPDATE TESSERE_AUDIT_ENTRY SET ENTRY_TEXT = LEFT(ENTRY_TEXT, LENGTH(ENTRY_TEXT) - 1)"
                                + stretch,
                        log);
            }
        }
        assertThat(officers.first().open("alerts").body()).contains("The log does not hold");
        assertThat(officers.first().open("log").body())
                .as("as it was written first")
                .contains("Everything that was tried holds");
        officers.agree("alerts/rule", rule("50"));
    }

    static Map<String, String> rule(String threshold) {
        return Map.of(
                "rule",
                "refusals",
                "state",
                "on",
                "threshold",
                threshold,
                "minutes",
                "10",
                "reason",
                "looks at the log again");
    }

    private static Map<String, String> country(String code) {
        return Map.of("kind", "country", "value", code, "reason", "for the two nodes");
    }

    Postgres database() {
        if (database == null) {
            throw new AssertionError("not started");
        }
        return database;
    }

    TwoNodes nodes() {
        if (cluster == null) {
            throw new AssertionError("not started");
        }
        return cluster;
    }
}
