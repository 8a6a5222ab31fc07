package fr.tessere.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.tessere.audit.sql.SqlLog;
import fr.tessere.server.Postgres;
import fr.tessere.server.TwoNodes;
import fr.tessere.server.Waiting;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * As many sign-ins as {@code -Dtessere.crash.signins} says, 8 without it; {@code -Dtessere.crash.seed} repeats the choices of
 * another run.
 */
@DisplayName("What is killed in the middle of sign-ins, a server or the database, leaves no act without its entry, "
        + "and no entry without its act")
class CrashTest {
    private static final int SIGN_INS = Integer.getInteger("tessere.crash.signins", 8);
    private static final long SEED = Long.getLong("tessere.crash.seed", System.nanoTime());
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** What Keycloak writes of its own in the transaction of the act: the other side of the comparison. */
    private static final String ACTS =
            "SELECT LOWER(REPLACE(TYPE, '_', '-')) || ' ' || EVENT_TIME FROM EVENT_ENTITY WHERE TYPE IN ('LOGIN', 'CODE_TO_TOKEN')"
                    + " ORDER BY 1";

    private static final String ENTRIES =
            "SELECT KIND || ' ' || ACT_TIME FROM TESSERE_AUDIT_ENTRY WHERE KIND IN ('login', 'code-to-token')"
                    + " AND OUTCOME = 'done' ORDER BY 1";

    @Test
    void actsAndEntriesCorrespondOneToOne() throws Exception {
        Optional<Postgres> started = Postgres.start("fsync=on");
        assumeTrue(started.isPresent(), "PostgreSQL is not installed: apt-get install postgresql");
        try (Postgres database = started.orElseThrow();
                TwoNodes nodes = TwoNodes.start(database)) {
            Crashes crashes = new Crashes(nodes, database, new Random(SEED));
            crashes.through(SIGN_INS);
            try (Connection connection = DriverManager.getConnection(database.address(), "tessere", "")) {
                String log = texts(connection, "SELECT ID FROM REALM WHERE NAME = 'tessere'")
                        .get(0);
                Waiting.until(
                        "all entries have their place", PATIENCE, () -> new SqlLog(connection, log).waiting() == 0);
                List<String> acts = texts(connection, ACTS);
                System.out.printf("seed %d: %s, %d acts%n", SEED, crashes, acts.size());

                assertThat(texts(connection, ENTRIES)).as("seed %d", SEED).isEqualTo(acts);
                assertThat(texts(connection, "SELECT ENTRY_ID FROM TESSERE_AUDIT_LEAF"))
                        .as("seed %d", SEED)
                        .containsAll(crashes.transactions())
                        .hasSameSizeAs(texts(connection, "SELECT ID FROM TESSERE_AUDIT_ENTRY"));
                assertThat(crashes.transactions()).hasSizeGreaterThan(SIGN_INS / 2);
                checks(nodes, connection, log);
            }
        }
    }

    private static void checks(TwoNodes nodes, Connection connection, String log) {
        PublicLog open = new PublicLog(nodes.issuer(0));
        StringBuilder export = new StringBuilder();
        try {
            new SqlLog(connection, log).export(export);
        } catch (java.io.IOException impossible) {
            throw new AssertionError(impossible);
        }

        assertThat(open.check(export.toString(), open.published()).findings()).isEmpty();
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
