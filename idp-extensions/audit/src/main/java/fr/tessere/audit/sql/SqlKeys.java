package fr.tessere.audit.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keys of the digests in entries, one a month and class. Once one is deleted, its digests can be traced back to nobody. */
public final class SqlKeys {
    private final Sql sql;

    public SqlKeys(Connection connection) {
        this.sql = new Sql(connection);
    }

    /**
     * A key.
     *
     * @param log whose
     * @param retention class of entries, a word
     * @param month {@code 2026-11}
     */
    public record MonthKey(String log, String retention, String month) {}

    /**
     * Deletes the keys of months whose first act is so many months old, by class: one key is for all acts of a month, and the oldest of
     * them must not be traced back any longer. The last act of that month is a month younger.
     *
     * @param months for how many months at most an act can be traced back, by class
     * @param at how late it may be by then: the time of the next look
     */
    public List<MonthKey> erase(Map<String, Integer> months, Instant at) throws SQLException {
        List<MonthKey> erased = new ArrayList<>();
        for (MonthKey key : sql.list(
                "SELECT LOG, RETENTION, KEY_MONTH FROM TESSERE_AUDIT_KEY",
                row -> new MonthKey(row.getString(1), row.getString(2), row.getString(3)))) {
            Integer kept = months.get(key.retention());
            if (kept != null && isOver(key.month(), kept, at) && delete(key)) {
                erased.add(key);
            }
        }
        return erased;
    }

    /** False if another node did. */
    private boolean delete(MonthKey key) throws SQLException {
        return sql.update(
                        "DELETE FROM TESSERE_AUDIT_KEY WHERE LOG = ? AND RETENTION = ? AND KEY_MONTH = ?",
                        key.log(),
                        key.retention(),
                        key.month())
                == 1;
    }

    private static boolean isOver(String month, int months, Instant at) {
        YearMonth last = YearMonth.from(at.atOffset(ZoneOffset.UTC)).minusMonths(months);
        return month.matches("[0-9]{4}-(0[1-9]|1[0-2])")
                && !YearMonth.parse(month).isAfter(last);
    }
}
