package fr.tessere.bench;

import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.sql.SqlFigures;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Entries of many times of the year, to ask for what is there. */
final class Samples {
    private static final int COUNT = 60;

    private final List<Entry> evidence;
    private final List<Entry> tokens;

    Samples(Connection connection, Instant end) {
        SqlFigures figures = new SqlFigures(connection, MadeEntries.LOG);
        evidence = at(figures, "evidence", end);
        tokens = at(figures, "code-to-token", end);
    }

    private static List<Entry> at(SqlFigures figures, String kind, Instant end) {
        List<Entry> found = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            Instant to = end.minus(Duration.ofHours(137L * i + 1));
            found.addAll(figures.newest(kind, to.minus(Duration.ofDays(5)), to, 1));
        }
        return found;
    }

    Entry evidence(int turn) {
        return evidence.get(turn % evidence.size());
    }

    Entry tokens(int turn) {
        return tokens.get(turn % tokens.size());
    }

    String evidence(int turn, String name) {
        return evidence(turn).value(name).orElseThrow();
    }

    String token(int turn, String name) {
        return tokens(turn).value(name).orElseThrow();
    }
}
