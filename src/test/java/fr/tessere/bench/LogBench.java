package fr.tessere.bench;

import fr.tessere.audit.head.HeadSigner;
import fr.tessere.journal.keys.HeadKeys;
import fr.tessere.server.Folders;
import fr.tessere.server.Postgres;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code tessere bench log [--entries N] [--turns N] [--database JDBC] [--out [FILE]]}: a log of many entries, and how long the
 * console's questions to it take. Without a database a PostgreSQL of its own is made and deleted.
 */
public final class LogBench {
    private static final int FEWEST_TURNS = 5;
    /** A server of its own may use this much; the rest is as PostgreSQL comes. */
    private static final String[] SETTINGS = {
        "shared_buffers=1GB", "maintenance_work_mem=1GB", "wal_level=minimal", "max_wal_senders=0", "max_wal_size=8GB"
    };

    private final PrintStream progress = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    private long entries = 10_000_000;
    private int turns = 9;
    private @Nullable String database;
    private @Nullable Path out;

    private LogBench() {}

    /** Makes the log, asks, prints Markdown. */
    public static void main(String[] arguments) throws Exception {
        LogBench bench = new LogBench();
        if (!bench.reads(arguments)) {
            bench.progress.println(
                    "tessere bench log [--entries N] [--turns N] [--database JDBC-ADDRESS] [--out [FILE]]");
            System.exit(64);
        }
        System.exit(bench.run() ? 0 : 2);
    }

    private boolean reads(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            boolean value = i + 1 < arguments.length && !arguments[i + 1].startsWith("--");
            String name = arguments[i];
            if (name.equals("--out")) {
                out = value ? Path.of(arguments[++i]) : Folders.root().resolve("src/main/docs/benchmarks-log.md");
            } else if (!value) {
                return false;
            } else if (name.equals("--entries") && arguments[i + 1].matches("[0-9]{4,9}")) {
                entries = Long.parseLong(arguments[++i]);
            } else if (name.equals("--turns") && arguments[i + 1].matches("[0-9]{1,3}")) {
                turns = Math.max(FEWEST_TURNS, Integer.parseInt(arguments[++i]));
            } else if (name.equals("--database")) {
                database = arguments[++i];
            } else {
                return false;
            }
        }
        return true;
    }

    private boolean run() throws Exception {
        if (database != null) {
            return measure(database);
        }
        Optional<Postgres> own = Postgres.start(SETTINGS);
        if (own.isEmpty()) {
            progress.println("PostgreSQL is not installed: apt-get install postgresql");
            return false;
        }
        try (Postgres postgres = own.get()) {
            return measure(postgres.address());
        }
    }

    private boolean measure(String address) throws Exception {
        MadeLog.Doors doors = () -> DriverManager.getConnection(address, "tessere", "");
        try (Connection connection = doors.open()) {
            if (size(connection) == 0) {
                new MadeLog(doors, signer(), progress).make(entries, Instant.now());
            }
            connection.setAutoCommit(false);
            boolean postgres = address.startsWith("jdbc:postgresql:");
            LogCost cost = new LogCost(connection, turns, postgres);
            Instant end = end(connection);
            Samples samples = new Samples(connection, end);
            for (Question question : new SearchQuestions(end, samples).all()) {
                cost.ask(question);
            }
            for (Question question : new PageQuestions(end, samples).all()) {
                cost.ask(question);
            }
            report(cost, connection);
            return cost.missed() == 0;
        }
    }

    private void report(LogCost cost, Connection connection) throws Exception {
        String report = head(connection) + cost.table();
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(report);
        if (out != null) {
            Files.writeString(out, report);
        }
        StringBuilder plans = new StringBuilder();
        for (LogCost.Measured one : cost.measured()) {
            plans.append("## ").append(one.name()).append('\n');
            one.plan().forEach(plan -> plans.append(plan).append('\n'));
        }
        Path file = Folders.target().resolve("log-plans.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, plans.toString());
        progress.println("Plans: " + file);
    }

    private String head(Connection connection) throws SQLException {
        return """
                # What it costs to ask the log

                Measured on %s by `src/main/bin/tessere bench log`: %,d entries of a year in %s %s, %d cores. Each question was asked
                twice to warm up and then %d times, each time for something else where there is something else to ask for, on one
                connection, by the code that the console's pages call; reading of the entries included, the page not. Aim: %.0f ms at
                the median. The last column names the indexes that `EXPLAIN (ANALYZE, BUFFERS)` shows for the last of those turns.

                """.formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        size(connection),
                        connection.getMetaData().getDatabaseProductName(),
                        connection.getMetaData().getDatabaseProductVersion(),
                        Runtime.getRuntime().availableProcessors(),
                        turns,
                        LogCost.AIM);
    }

    /** Entries of the log; 0 if there is none yet. */
    private static long size(Connection connection) {
        return number(connection, "SELECT TREE_SIZE FROM TESSERE_AUDIT_LOG WHERE LOG = '" + MadeEntries.LOG + "'")
                .orElse(0L);
    }

    private static Instant end(Connection connection) {
        return number(connection, "SELECT MAX(ACT_TIME) FROM TESSERE_AUDIT_ENTRY WHERE LOG = '" + MadeEntries.LOG + "'")
                .map(Instant::ofEpochMilli)
                .orElseThrow();
    }

    private static Optional<Long> number(Connection connection, String query) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
        } catch (SQLException missing) {
            return Optional.empty();
        }
    }

    /** A key of this run. */
    static HeadSigner signer() {
        return HeadKeys.ofSecret(SecureRandom.getSeed(64));
    }
}
