package fr.tessere.audit.sql;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a log was handed on to somebody who collects such logs. It is kept in the tables, so that a node that starts again, or
 * another one, goes on where the last one ended. Holding it is a matter of a lease, not of a lock: handing on takes long.
 */
public final class SqlCursor {
    private final Sql sql;
    private final String log;
    private final Lease lease;

    public SqlCursor(Connection connection, String log) {
        this.sql = new Sql(connection);
        this.log = log;
        this.lease = new Lease(sql, "TESSERE_AUDIT_STREAM", log);
    }

    /**
     * An entry with its place.
     *
     * @param place in the log, from 0
     * @param text of the entry; none if somebody took it out of the table
     */
    public record Placed(long place, Optional<String> text) {}

    /** Makes the cursor of a log that has none; two nodes may try at once, and one of them fails. */
    public void create() {
        sql.unchecked(() -> lease.exists()
                ? 0
                : sql.update(
                        "INSERT INTO TESSERE_AUDIT_STREAM (LOG, NEXT_PLACE, HOLDER, HELD_UNTIL) VALUES (?, 0, '-', 0)",
                        log));
    }

    /** Takes or keeps the lease; the next place to hand on, or nothing if another node has it. */
    public Optional<Long> hold(String node, Instant at, Duration longest) {
        return sql.unchecked(() -> {
            return lease.hold(node, at, longest)
                    ? sql.one("SELECT NEXT_PLACE FROM TESSERE_AUDIT_STREAM WHERE LOG = ?", row -> row.getLong(1), log)
                    : Optional.empty();
        });
    }

    /** Entries from a place on. They have a place once a head is signed over them. */
    public List<Placed> from(long place, int most) {
        return sql.unchecked(() -> sql.list(
                "SELECT L.PLACE, E.ENTRY_TEXT FROM TESSERE_AUDIT_LEAF L LEFT JOIN TESSERE_AUDIT_ENTRY E ON E.ID = L.ENTRY_ID"
                        + " WHERE L.LOG = ? AND L.PLACE >= ? ORDER BY L.PLACE LIMIT "
                        + most,
                row -> new Placed(row.getLong(1), Optional.ofNullable(row.getString(2))),
                log,
                place));
    }

    /** Goes on, if the lease was not lost meanwhile; otherwise what was handed on is handed on once more by the other node. */
    public boolean advance(String node, long next) {
        return sql.unchecked(() -> sql.update(
                        "UPDATE TESSERE_AUDIT_STREAM SET NEXT_PLACE = ? WHERE LOG = ? AND HOLDER = ?", next, log, node)
                == 1);
    }

    /** Entries that have a place and were not handed on yet. */
    public long behind() {
        return sql.unchecked(() -> sql.one(
                        "SELECT L.TREE_SIZE - S.NEXT_PLACE FROM TESSERE_AUDIT_LOG L JOIN TESSERE_AUDIT_STREAM S ON S.LOG = L.LOG"
                                + " WHERE L.LOG = ?",
                        row -> row.getLong(1),
                        log)
                .orElse(0L));
    }
}
