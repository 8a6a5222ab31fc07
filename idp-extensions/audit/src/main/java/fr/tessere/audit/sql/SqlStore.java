package fr.tessere.audit.sql;

import fr.tessere.audit.head.SignedHead;
import fr.tessere.audit.receipt.EntryId;
import fr.tessere.audit.store.LogStore;
import fr.tessere.audit.store.Waiting;
import fr.tessere.audit.tree.Frontier;
import fr.tessere.audit.tree.Hash;
import fr.tessere.audit.tree.Proofs;
import fr.tessere.audit.tree.Subtree;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One log in the tables, inside one transaction of its connection, held by one sequencer: the row of the log is locked from
 * {@link #hold} to the end of the transaction, and nobody else may hold it until the lease is over.
 */
public final class SqlStore implements LogStore {
    private final Connection connection;
    private final Sql sql;
    private final String log;
    private final Lease lease;
    private final List<Waiting> placed = new ArrayList<>();
    private final List<@Nullable Object[]> leaves = new ArrayList<>();
    private final List<@Nullable Object[]> nodes = new ArrayList<>();
    private Frontier frontier = Frontier.EMPTY;
    private long heads;

    public SqlStore(Connection connection, String log) {
        this.connection = connection;
        this.sql = new Sql(connection);
        this.log = log;
        this.lease = new Lease(sql, "TESSERE_AUDIT_LOG", log);
    }

    /** Logs that somebody has to look after: those with entries that wait, and those that have a tree. */
    public static List<String> logs(Connection connection) throws SQLException {
        return new Sql(connection)
                .list(
                        "SELECT LOG FROM TESSERE_AUDIT_WAITING UNION SELECT LOG FROM TESSERE_AUDIT_LOG",
                        row -> row.getString(1));
    }

    /** Logs with entries that wait. */
    public static List<String> waitingLogs(Connection connection) throws SQLException {
        return new Sql(connection).list("SELECT DISTINCT LOG FROM TESSERE_AUDIT_WAITING", row -> row.getString(1));
    }

    /** True if the log has its row. */
    public boolean exists() throws SQLException {
        return lease.exists();
    }

    /** Makes the row of a log. Two nodes may try at once: one of them fails, and finds it the next time. */
    public void create() throws SQLException {
        sql.update(
                "INSERT INTO TESSERE_AUDIT_LOG (LOG, TREE_SIZE, PEAKS, HEADS, HOLDER, HELD_UNTIL) VALUES (?, 0, '', 0, '-', 0)",
                log);
    }

    /** Takes or keeps the lease, and the lock of the row; false if another node has it. */
    public boolean hold(String node, Instant at, Duration longest) throws SQLException {
        if (!lease.hold(node, at, longest)) {
            return false;
        }
        sql.one(
                "SELECT TREE_SIZE, PEAKS, HEADS FROM TESSERE_AUDIT_LOG WHERE LOG = ?",
                row -> {
                    frontier = new Frontier(row.getLong(1), Peaks.of(row.getString(2)));
                    heads = row.getLong(3);
                    return heads;
                },
                log);
        return true;
    }

    @Override
    public Frontier frontier() {
        return frontier;
    }

    @Override
    public Optional<String> newestHead() {
        return sql.unchecked(() -> sql.one(
                "SELECT JWS FROM TESSERE_AUDIT_HEAD WHERE LOG = ? ORDER BY HEAD_NUMBER DESC LIMIT 1",
                row -> row.getString(1),
                log));
    }

    @Override
    public Proofs proofs() {
        return new SqlLog(connection, log).proofs();
    }

    @Override
    public List<Waiting> waiting(int most) {
        return sql.unchecked(() -> sql.list(
                "SELECT ID, ENTRY_TEXT FROM TESSERE_AUDIT_WAITING WHERE LOG = ? ORDER BY ACT_TIME, ID LIMIT " + most,
                row -> new Waiting(new EntryId(row.getString(1)), row.getString(2)),
                log));
    }

    @Override
    public void place(long index, Waiting one, Hash leaf) {
        placed.add(one);
        leaves.add(new Object[] {log, index, one.id().text(), leaf.toBase64()});
    }

    @Override
    public void keep(Subtree subtree, Hash hash) {
        nodes.add(new Object[] {log, subtree.height(), subtree.index(), hash.toBase64()});
    }

    @Override
    public void stand(Frontier now) {
        sql.unchecked(() -> {
            new SqlEntries(sql, log).write(placed);
            sql.insert("TESSERE_AUDIT_LEAF", List.of("LOG", "PLACE", "ENTRY_ID", "HASH"), leaves);
            sql.insert("TESSERE_AUDIT_NODE", List.of("LOG", "HEIGHT", "PLACE", "HASH"), nodes);
            sql.delete(
                    "TESSERE_AUDIT_WAITING",
                    "ID",
                    placed.stream().map(one -> one.id().text()).toList());
            return sql.update(
                    "UPDATE TESSERE_AUDIT_LOG SET TREE_SIZE = ?, PEAKS = ? WHERE LOG = ?",
                    now.size(),
                    Peaks.text(now.peaks()),
                    log);
        });
        placed.clear();
        leaves.clear();
        nodes.clear();
        frontier = now;
    }

    @Override
    public void publish(SignedHead head) {
        heads++;
        sql.unchecked(() -> {
            sql.update(
                    "INSERT INTO TESSERE_AUDIT_HEAD (LOG, HEAD_NUMBER, TREE_SIZE, SIGNED_AT, JWS) VALUES (?, ?, ?, ?, ?)",
                    log,
                    heads,
                    head.head().size(),
                    head.head().at().toEpochMilli(),
                    head.jws());
            return sql.update("UPDATE TESSERE_AUDIT_LOG SET HEADS = ? WHERE LOG = ?", heads, log);
        });
    }
}
