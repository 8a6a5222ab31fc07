package fr.tessere.audit.sql;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** Whose turn it is with a log: a row with the node that has it, and until when. Nobody waits for it, and a dead node loses it. */
final class Lease {
    /** By how much clocks of nodes may differ: what is held for longer than can be was held by a clock that was wrong, and has been set back. */
    private static final Duration CLOCKS = Duration.ofMinutes(10);

    private final Sql sql;
    private final String table;
    private final String log;

    /**
     * The lease of a log.
     *
     * @param table with the columns LOG, HOLDER and HELD_UNTIL
     */
    Lease(Sql sql, String table, String log) {
        this.sql = sql;
        this.table = table;
        this.log = log;
    }

    /** True if the log has its row. */
    boolean exists() throws SQLException {
        return sql.one("SELECT 1 FROM " + table + " WHERE LOG = ?", row -> 1, log)
                .isPresent();
    }

    /** Takes or keeps it for so long; false if another node has it. The row is locked until the transaction ends. */
    boolean hold(String node, Instant at, Duration longest) throws SQLException {
        int held = sql.update(
                "UPDATE " + table
                        + " SET HOLDER = ?, HELD_UNTIL = ? WHERE LOG = ? AND (HOLDER = ? OR HELD_UNTIL < ? OR HELD_UNTIL > ?)",
                node,
                at.plus(longest).toEpochMilli(),
                log,
                node,
                at.toEpochMilli(),
                at.plus(longest).plus(CLOCKS).toEpochMilli());
        return held == 1;
    }
}
