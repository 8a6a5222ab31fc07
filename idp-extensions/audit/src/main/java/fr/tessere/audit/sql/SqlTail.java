package fr.tessere.audit.sql;

import fr.tessere.audit.receipt.Entry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Follows one log: entries in the order of their places, on one node at a time. */
public final class SqlTail {
    private final Sql sql;
    private final String log;
    private final Lease lease;

    public SqlTail(Connection connection, String log) {
        this.sql = new Sql(connection);
        this.log = log;
        this.lease = new Lease(sql, "TESSERE_ALERT_TURN", log);
    }

    /**
     * An entry at its place.
     *
     * @param place from 0
     * @param entry empty if its text cannot be read: the check of the log names it
     */
    public record Placed(long place, Optional<Entry> entry) {}

    /** Number of places. */
    public long size() {
        return sql.unchecked(
                () -> sql.one("SELECT TREE_SIZE FROM TESSERE_AUDIT_LOG WHERE LOG = ?", row -> row.getLong(1), log)
                        .orElse(0L));
    }

    /** Entries from a place on. */
    public List<Placed> from(long place, int most) {
        return sql.unchecked(() -> sql.list(
                "SELECT L.PLACE, E.ENTRY_TEXT FROM TESSERE_AUDIT_LEAF L JOIN TESSERE_AUDIT_ENTRY E ON E.ID = L.ENTRY_ID"
                        + " WHERE L.LOG = ? AND L.PLACE >= ? AND L.PLACE < ? ORDER BY L.PLACE",
                row -> new Placed(row.getLong(1), Entry.readable(row.getString(2))),
                log,
                place,
                place + most));
    }

    /** The time of the oldest entry that waits for a place. */
    public Optional<Instant> waitingSince() {
        return sql.unchecked(() -> sql.one(
                        "SELECT MIN(ACT_TIME) FROM TESSERE_AUDIT_WAITING WHERE LOG = ?", row -> row.getLong(1), log))
                .filter(time -> time > 0)
                .map(Instant::ofEpochMilli);
    }

    /** Takes or keeps the turn of following this log; false if another node has it. */
    public boolean hold(String node, Instant at, Duration longest) throws SQLException {
        return lease.hold(node, at, longest);
    }

    /** True if somebody has made the row of turns. */
    public boolean exists() throws SQLException {
        return lease.exists();
    }

    /** Makes the row. Two nodes may try at once: one of them fails, and finds it the next time. */
    public void create() throws SQLException {
        sql.update("INSERT INTO TESSERE_ALERT_TURN (LOG, HOLDER, HELD_UNTIL) VALUES (?, '-', 0)", log);
    }
}
