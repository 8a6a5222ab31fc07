package fr.tessere.audit.sql;

import fr.tessere.audit.receipt.Entry;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts entries of one log by the columns that repeat their texts. */
public final class SqlFigures {
    private static final String WHERE =
            " FROM TESSERE_AUDIT_ENTRY WHERE LOG = ? AND KIND = ? AND ACT_TIME >= ? AND ACT_TIME < ?";

    private final Sql sql;
    private final String log;

    public SqlFigures(Connection connection, String log) {
        this.sql = Sql.ofQuestions(connection);
        this.log = log;
    }

    /**
     * Entries of a kind that were not refused, by the time step they fall into; steps without any are missing.
     *
     * @param without client whose entries are left out
     */
    public Map<Long, Long> perStep(String kind, String without, Instant from, Instant to, Duration step) {
        Map<Long, Long> counts = new LinkedHashMap<>();
        sql.unchecked(() -> {
            sql.each(
                    "SELECT STEP_NUMBER, COUNT(*) FROM (SELECT (ACT_TIME - ?) / ? AS STEP_NUMBER" + WHERE
                            + " AND OUTCOME = ? AND CLIENT <> ?) STEPS GROUP BY STEP_NUMBER",
                    row -> counts.put(row.getLong(1), row.getLong(2)),
                    from.toEpochMilli(),
                    step.toMillis(),
                    log,
                    kind,
                    from.toEpochMilli(),
                    to.toEpochMilli(),
                    Entry.DONE,
                    without);
            return counts;
        });
        return counts;
    }

    /** Entries of a kind by their outcome, the most frequent first. */
    public Map<String, Long> byOutcome(String kind, Instant from, Instant to, int most) {
        return grouped("OUTCOME", kind, from, to, most);
    }

    /** Entries of a kind by their level, the most frequent first; those without a level are left out. */
    public Map<String, Long> byLevel(String kind, Instant from, Instant to, int most) {
        return grouped("ASSURANCE", kind, from, to, most);
    }

    /** Entries of a kind by the country of their document, the most frequent first. */
    public Map<String, Long> byCountry(String kind, Instant from, Instant to, int most) {
        return grouped("COUNTRY", kind, from, to, most);
    }

    /** The newest entries of a kind, to be read: not everything has a column. */
    public List<Entry> newest(String kind, Instant from, Instant to, int most) {
        List<Entry> entries = new ArrayList<>();
        sql.unchecked(() -> {
            sql.each(
                    "SELECT ENTRY_TEXT" + WHERE + " ORDER BY ACT_TIME DESC LIMIT " + most,
                    row -> Entry.readable(row.getString(1)).map(entries::add),
                    log,
                    kind,
                    from.toEpochMilli(),
                    to.toEpochMilli());
            return entries;
        });
        return entries;
    }

    private Map<String, Long> grouped(String column, String kind, Instant from, Instant to, int most) {
        Map<String, Long> counts = new LinkedHashMap<>();
        sql.unchecked(() -> {
            sql.each(
                    "SELECT " + column + ", COUNT(*)" + WHERE + " AND " + column + " IS NOT NULL GROUP BY " + column
                            + " ORDER BY COUNT(*) DESC LIMIT " + most,
                    row -> counts.put(row.getString(1), row.getLong(2)),
                    log,
                    kind,
                    from.toEpochMilli(),
                    to.toEpochMilli());
            return counts;
        });
        return counts;
    }
}
