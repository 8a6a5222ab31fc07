package fr.tessere.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.tessere.audit.sql.SqlLog;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Played;
import fr.tessere.server.Postgres;
import fr.tessere.server.TwoNodes;
import fr.tessere.server.Visitor;
import fr.tessere.server.Waiting;
import fr.tessere.specimen.document.Specimens;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Kills as many servers as {@code -Dtessere.crashes} says, 2 without it. */
@DisplayName(
        "A server that is killed in the middle of sign-ins leaves no act without its entry, and no entry without its act")
class CrashTest {
    private static final int CRASHES = Integer.getInteger("tessere.crashes", 2);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** What Keycloak writes of its own in the transaction of the act: the other side of the comparison. */
    private static final String ACTS =
            "SELECT LOWER(REPLACE(TYPE, '_', '-')) || ' ' || EVENT_TIME FROM EVENT_ENTITY WHERE TYPE IN ('LOGIN', 'CODE_TO_TOKEN')"
                    + " ORDER BY 1";

    private static final String ENTRIES =
            "SELECT KIND || ' ' || ACT_TIME FROM TESSERE_AUDIT_ENTRY WHERE KIND IN ('login', 'code-to-token')"
                    + " AND OUTCOME = 'done' ORDER BY 1";

    private final Queue<String> transactions = new ConcurrentLinkedQueue<>();

    @Test
    void actsAndEntriesCorrespondOneToOne() throws Exception {
        Optional<Postgres> started = Postgres.start();
        assumeTrue(started.isPresent(), "PostgreSQL is not installed: apt-get install postgresql");
        try (Postgres database = started.orElseThrow();
                TwoNodes nodes = TwoNodes.start(database)) {
            Random random = new Random();
            for (int crash = 0; crash < CRASHES; crash++) {
                int before = transactions.size();
                crash(nodes, 500 + random.nextInt(2_500), () -> transactions.size() > before);
            }
            try (Connection connection = DriverManager.getConnection(database.address(), "tessere", "")) {
                String log = texts(connection, "SELECT ID FROM REALM WHERE NAME = 'tessere'")
                        .get(0);
                Waiting.until(
                        "all entries have their place", PATIENCE, () -> new SqlLog(connection, log).waiting() == 0);

                assertThat(texts(connection, ENTRIES)).isNotEmpty().isEqualTo(texts(connection, ACTS));
                assertThat(texts(connection, "SELECT ENTRY_ID FROM TESSERE_AUDIT_LEAF"))
                        .containsAll(transactions)
                        .hasSameSizeAs(texts(connection, "SELECT ID FROM TESSERE_AUDIT_ENTRY"));
                checks(nodes, connection, log);
            }
        }
    }

    /** Somebody signs in at the second node again and again; it is killed once one got through, a moment later. */
    private void crash(TwoNodes nodes, int moment, java.util.concurrent.Callable<Boolean> warm) throws Exception {
        AtomicBoolean killed = new AtomicBoolean();
        Thread citizen = new Thread(() -> {
            while (!killed.get()) {
                try {
                    signIn(nodes);
                } catch (Exception | AssertionError gone) {
                    // the server is gone, or not yet warm
                }
            }
        });
        citizen.start();
        Waiting.until("one signed in", PATIENCE.multipliedBy(2), warm);
        Thread.sleep(moment);
        nodes.kill(1);
        killed.set(true);
        citizen.join();
        nodes.startAgain(1);
    }

    private void signIn(TwoNodes nodes) throws Exception {
        Visitor visitor =
                Visitor.arrive(new PlainBrowser("en"), nodes.service(1).begin("eidas1"));
        String back = Played.honestly(visitor.readingHere(), Specimens.load("french-identity-card"))
                .last()
                .json()
                .path("returnAddress")
                .asText();
        transactions.add(visitor.returnTo(back).tokens().claims().path("txn").asText());
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
