package fr.tessere.audit.sql;

import fr.tessere.audit.check.ExportWriter;
import fr.tessere.audit.store.StoredHeights;
import fr.tessere.audit.tree.Hash;
import fr.tessere.audit.tree.Proofs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads one log from the tables: heads, proofs, an export. Trusts nothing that stands there. */
public final class SqlLog {
    /** As many entries may be missing in front of one that has a place. */
    private static final long FAR = 10_000_000;

    private final Sql sql;
    private final String log;

    public SqlLog(Connection connection, String log) {
        this.sql = new Sql(connection);
        this.log = log;
    }

    /**
     * Where an entry stands.
     *
     * @param index its place
     * @param leaf its hash, as recorded
     */
    public record Place(long index, Hash leaf) {}

    /**
     * A head as stored.
     *
     * @param number counted from 1
     * @param size entries
     * @param jws compact
     */
    public record StoredHead(long number, long size, String jws) {}

    /** Proofs about this log, from stored hashes. */
    public Proofs proofs() {
        return new Proofs(new StoredHeights(this::hashes));
    }

    /** The place of an entry, once it has one. */
    public Optional<Place> place(String entry) {
        return sql.unchecked(() -> sql.one(
                "SELECT PLACE, HASH FROM TESSERE_AUDIT_LEAF WHERE ENTRY_ID = ? AND LOG = ?",
                row -> new Place(row.getLong(1), Hash.ofBase64(row.getString(2))),
                entry,
                log));
    }

    /** The text of an entry, whether it has a place yet or waits for it. */
    public Optional<String> text(String entry) {
        return sql.unchecked(() -> sql.one(
                "SELECT ENTRY_TEXT FROM TESSERE_AUDIT_ENTRY WHERE ID = ? AND LOG = ?"
                        + " UNION ALL SELECT ENTRY_TEXT FROM TESSERE_AUDIT_WAITING WHERE ID = ? AND LOG = ?",
                row -> row.getString(1),
                entry,
                log,
                entry,
                log));
    }

    /** The text of the entry at a place. */
    public Optional<String> textAt(long place) {
        return sql.unchecked(() -> sql.one(
                "SELECT E.ENTRY_TEXT FROM TESSERE_AUDIT_LEAF L JOIN TESSERE_AUDIT_ENTRY E ON E.ID = L.ENTRY_ID"
                        + " WHERE L.LOG = ? AND L.PLACE = ?",
                row -> row.getString(1),
                log,
                place));
    }

    /** The newest head. */
    public Optional<StoredHead> newestHead() {
        return sql.unchecked(() -> sql.one(
                "SELECT HEAD_NUMBER, TREE_SIZE, JWS FROM TESSERE_AUDIT_HEAD WHERE LOG = ? ORDER BY HEAD_NUMBER DESC LIMIT 1",
                SqlLog::head,
                log));
    }

    /** Heads from this number on. */
    public List<StoredHead> heads(long from, int most) {
        return sql.unchecked(() -> sql.list(
                "SELECT HEAD_NUMBER, TREE_SIZE, JWS FROM TESSERE_AUDIT_HEAD WHERE LOG = ? AND HEAD_NUMBER >= ?"
                        + " ORDER BY HEAD_NUMBER LIMIT " + most,
                SqlLog::head,
                log,
                from));
    }

    /** Recorded hashes of entries from this place on. */
    public List<Hash> leaves(long from, int most) {
        return hashes(0, from, most);
    }

    /** Entries that still wait for a place. */
    public long waiting() {
        return sql.unchecked(
                () -> sql.one("SELECT COUNT(*) FROM TESSERE_AUDIT_WAITING WHERE LOG = ?", row -> row.getLong(1), log)
                        .orElse(0L));
    }

    /**
     * Writes all of it, entry by entry, with what does not fit together. The log grows meanwhile: of its heads those are written
     * that were signed before the first entry was read, so that none is longer than what is exported.
     */
    public void export(Appendable to) throws IOException {
        ExportWriter writer = ExportWriter.export(log, to);
        long newest = newestHead().map(StoredHead::number).orElse(-1L);
        try {
            long[] next = {0, 0};
            sql.each(
                    "SELECT L.PLACE, L.HASH, E.ENTRY_TEXT, E.ID, E.ACT_TIME, E.KIND, E.OUTCOME, E.CLIENT, E.ASSURANCE, E.COUNTRY,"
                            + " E.PERSON, E.DOCUMENT, E.SESSION_DIGEST FROM TESSERE_AUDIT_LEAF L LEFT JOIN TESSERE_AUDIT_ENTRY E"
                            + " ON E.ID = L.ENTRY_ID WHERE L.LOG = ? ORDER BY L.PLACE",
                    row -> entry(row, next, writer),
                    log);
            sql.each(
                    "SELECT E.ID FROM TESSERE_AUDIT_ENTRY E WHERE E.LOG = ? AND NOT EXISTS (SELECT 1 FROM TESSERE_AUDIT_LEAF L"
                            + " WHERE L.ENTRY_ID = E.ID)",
                    row -> io(() -> writer.stray(row.getString(1))),
                    log);
            sql.each(
                    "SELECT JWS FROM TESSERE_AUDIT_HEAD WHERE LOG = ? AND HEAD_NUMBER <= ? ORDER BY HEAD_NUMBER",
                    row -> io(() -> writer.head(row.getString(1))),
                    log,
                    newest);
        } catch (SQLException broken) {
            throw new LogTablesException(broken);
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    /** The next place that is to be written, and the rows that were read so far. */
    private static ExportWriter entry(ResultSet row, long[] next, ExportWriter writer) throws SQLException {
        long place = row.getLong(1);
        if (place - next[1]++ > FAR) {
            // whoever wrote such a number wants that an export never ends
            String id = row.getString(4);
            return io(() -> writer.stray(id == null ? "" : id));
        }
        while (next[0] < place) {
            io(() -> writer.entry(next[0]++, Optional.empty(), Optional.empty()));
        }
        Optional<String> text = Optional.ofNullable(row.getString(3));
        Optional<Hash> recorded = hash(row.getString(2));
        io(() -> writer.entry(next[0]++, recorded, text));
        if (text.isPresent()) {
            for (String column : Columns.differing(text.get(), row)) {
                io(() -> writer.column(place, column));
            }
        }
        return writer;
    }

    /** What stands there may be anything. */
    private static Optional<Hash> hash(String base64) {
        try {
            return Optional.of(Hash.ofBase64(base64));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private List<Hash> hashes(int height, long from, int count) {
        String text = height == 0
                ? "SELECT HASH FROM TESSERE_AUDIT_LEAF WHERE LOG = ? AND PLACE >= ? AND PLACE < ? ORDER BY PLACE"
                : "SELECT HASH FROM TESSERE_AUDIT_NODE WHERE LOG = ? AND PLACE >= ? AND PLACE < ? AND HEIGHT = "
                        + height + " ORDER BY PLACE";
        return sql.unchecked(() -> sql.list(text, row -> Hash.ofBase64(row.getString(1)), log, from, from + count));
    }

    private static StoredHead head(ResultSet row) throws SQLException {
        return new StoredHead(row.getLong(1), row.getLong(2), row.getString(3));
    }

    private interface Writing<T> {
        T run() throws IOException, SQLException;
    }

    private static <T> T io(Writing<T> writing) throws SQLException {
        try {
            return writing.run();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
