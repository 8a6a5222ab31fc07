package fr.tessere.history;

import fr.tessere.audit.check.ExportWriter;
import fr.tessere.audit.head.Head;
import fr.tessere.audit.head.HeadReader;
import fr.tessere.audit.head.HeadSigner;
import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.receipt.EntryId;
import fr.tessere.audit.receipt.Field;
import fr.tessere.audit.sql.SqlEntries;
import fr.tessere.audit.sql.SqlKeys;
import fr.tessere.audit.sql.SqlLog;
import fr.tessere.audit.sql.SqlStore;
import fr.tessere.audit.store.SeenHeads;
import fr.tessere.audit.store.Sequencer;
import fr.tessere.audit.store.StoredHeights;
import fr.tessere.audit.store.Waiting;
import fr.tessere.audit.tree.Frontier;
import fr.tessere.audit.tree.Hash;
import fr.tessere.audit.tree.TreeHash;
import fr.tessere.journal.keys.HeadKeys;
import fr.tessere.journal.publish.Integrity;
import fr.tessere.server.LogSchema;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import liquibase.exception.LiquibaseException;

/** The tables of a log in a real database, as the server makes and fills them. */
final class LogTables implements AutoCloseable {
    static final String LOG = "realm-1";

    private static final Instant AT = Instant.parse("2026-11-26T01:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(5);

    private final Connection connection;
    private final HeadSigner signer;
    private final SeenHeads seen = new SeenHeads();
    /** One for as long as this lives, as in a server that runs. */
    private final Sequencer sequencer;

    LogTables(Connection connection, HeadSigner signer) throws SQLException {
        this.connection = connection;
        this.signer = signer;
        this.sequencer = new Sequencer(signer, reader(), seen, 3, Duration.ofMinutes(5));
        connection.setAutoCommit(false);
    }

    /** The tables of a new log in an empty database. */
    static LogTables made(Connection connection, HeadSigner signer) throws SQLException, LiquibaseException {
        LogSchema.make(connection);
        LogTables tables = new LogTables(connection, signer);
        new SqlStore(connection, LOG).create();
        connection.commit();
        return tables;
    }

    /** Writes entries, and gives them their places, three at a time. */
    void grow(int from, int to) throws SQLException {
        for (int i = from; i < to; i++) {
            write(entry(i), true);
        }
        while (sequence("node", AT.plusSeconds(to)) > 0) {
            // the next batch
        }
    }

    /** One batch by this node, at this time; -1 if another node holds the log. */
    int sequence(String node, Instant at) throws SQLException {
        SqlStore store = new SqlStore(connection, LOG);
        try {
            int placed = store.hold(node, at, LEASE) ? sequencer.sequence(LOG, store, at) : -1;
            connection.commit();
            if (placed > 0) {
                sequencer.stored(LOG);
            }
            return placed;
        } catch (RuntimeException broken) {
            connection.rollback();
            throw broken;
        }
    }

    static Entry entry(int number) {
        return new Entry(
                new EntryId("entry%05d".formatted(number) + "A".repeat(12)),
                AT.plusSeconds(number),
                LOG,
                "login",
                Entry.DONE,
                List.of(new Field("client", "town-hall"), new Field("level", "eidas1")));
    }

    void write(Entry entry, boolean waiting) throws SQLException {
        if (waiting) {
            sql(
                    "INSERT INTO TESSERE_AUDIT_WAITING (ID, LOG, ACT_TIME, ENTRY_TEXT) VALUES (?, ?, ?, ?)",
                    entry.id().text(),
                    LOG,
                    entry.at().toEpochMilli(),
                    entry.text());
        } else {
            new SqlEntries(connection, LOG).write(List.of(new Waiting(entry.id(), entry.text())));
        }
        connection.commit();
    }

    /** What somebody does who can write to the database. */
    int sql(String text, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            int changed = statement.executeUpdate();
            connection.commit();
            return changed;
        }
    }

    String idAt(int place) {
        return entry(place).id().text();
    }

    /** Makes every recorded hash anew from the texts that are there, and forgets all heads. */
    Frontier rehash() throws SQLException {
        SqlLog tables = new SqlLog(connection, LOG);
        Frontier frontier = Frontier.EMPTY;
        List<Object[]> nodes = new ArrayList<>();
        for (long place = 0; tables.textAt(place).isPresent(); place++) {
            Hash leaf = TreeHash.leaf(tables.textAt(place).get().getBytes(StandardCharsets.UTF_8));
            sql("UPDATE TESSERE_AUDIT_LEAF SET HASH = ? WHERE LOG = ? AND PLACE = ?", leaf.toBase64(), LOG, place);
            frontier = frontier.append(leaf, (subtree, hash) -> {
                if (StoredHeights.isStored(subtree.height())) {
                    nodes.add(new Object[] {LOG, subtree.height(), subtree.index(), hash.toBase64()});
                }
            });
        }
        sql("DELETE FROM TESSERE_AUDIT_NODE");
        for (Object[] node : nodes) {
            sql("INSERT INTO TESSERE_AUDIT_NODE (LOG, HEIGHT, PLACE, HASH) VALUES (?, ?, ?, ?)", node);
        }
        sql("DELETE FROM TESSERE_AUDIT_HEAD");
        stand(frontier, "0");
        return frontier;
    }

    /** The tables as they stood under a head of so many entries: all that came later is gone. */
    void setBack(int size) throws SQLException {
        Frontier frontier = Frontier.EMPTY;
        for (Hash leaf : log().leaves(0, size)) {
            frontier = frontier.append(leaf);
        }
        sql("DELETE FROM TESSERE_AUDIT_ENTRY WHERE ID IN (SELECT ENTRY_ID FROM TESSERE_AUDIT_LEAF WHERE PLACE >= "
                + size + ")");
        sql("DELETE FROM TESSERE_AUDIT_LEAF WHERE PLACE >= " + size);
        sql("DELETE FROM TESSERE_AUDIT_NODE WHERE HEIGHT = 4 AND (PLACE + 1) * 16 > " + size);
        sql("DELETE FROM TESSERE_AUDIT_HEAD WHERE TREE_SIZE > " + size);
        stand(frontier, "(SELECT MAX(HEAD_NUMBER) FROM TESSERE_AUDIT_HEAD)");
    }

    private void stand(Frontier frontier, String heads) throws SQLException {
        String peaks =
                String.join(" ", frontier.peaks().stream().map(Hash::toBase64).toList());
        sql("UPDATE TESSERE_AUDIT_LOG SET TREE_SIZE = ?, PEAKS = ?, HEADS = " + heads, frontier.size(), peaks);
    }

    /** Puts a head of the tree as it is there, signed by this key. */
    void sign(Frontier frontier, HeadSigner with) throws SQLException {
        String jws = with.sign(new Head(LOG, frontier.size(), frontier.root(), AT.plusSeconds(60)))
                .jws();
        sql(
                "INSERT INTO TESSERE_AUDIT_HEAD (LOG, HEAD_NUMBER, TREE_SIZE, SIGNED_AT, JWS) VALUES (?, 1, ?, 0, ?)",
                LOG,
                frontier.size(),
                jws);
        sql("UPDATE TESSERE_AUDIT_LOG SET HEADS = 1");
    }

    /** Erases what is older than 12 months, of staff 36. */
    List<String> erased(String at) throws SQLException {
        List<SqlKeys.MonthKey> erased =
                new SqlKeys(connection).erase(Map.of("citizen", 12, "staff", 36), Instant.parse(at));
        connection.commit();
        return erased.stream().map(key -> key.retention() + " " + key.month()).toList();
    }

    String export() {
        return export(() -> {});
    }

    /** What is taken away while something else happens: behind the first entry that was read. */
    String export(Runnable meanwhile) {
        StringWriter text = new StringWriter() {
            private boolean begun;

            @Override
            public StringWriter append(CharSequence part) {
                super.append(part);
                if (!begun && getBuffer().indexOf("entry 0 ") >= 0) {
                    begun = true;
                    meanwhile.run();
                }
                return this;
            }
        };
        try {
            new SqlLog(connection, LOG).export(text);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return text.toString();
    }

    /** Another node at the same database. */
    LogTables besides() throws SQLException {
        DatabaseMetaData here = connection.getMetaData();
        return new LogTables(DriverManager.getConnection(here.getURL(), here.getUserName(), ""), signer);
    }

    /** What the server publishes, with or without the hashes of entries. */
    String published(boolean hashes) {
        StringBuilder text = new StringBuilder();
        SqlLog tables = new SqlLog(connection, LOG);
        try {
            ExportWriter writer = ExportWriter.published(LOG, text);
            if (hashes) {
                writer.leaves(0, tables.leaves(0, 1_000));
            }
            for (SqlLog.StoredHead head : tables.heads(1, 1_000)) {
                writer.head(head.jws());
            }
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return text.toString();
    }

    /** What a check of this export finds that has these files of heads. */
    List<String> found(String export, String... published) {
        return PublicLog.check(reader(), export, published).findings().stream()
                .map(one -> "%s %d-%d".formatted(one.fault().word(), one.from(), one.to()))
                .distinct()
                .toList();
    }

    private HeadReader reader() {
        return new HeadReader(List.of(signer.key()));
    }

    /** Proofs that do not hold when the server tries them. */
    List<String> failing() {
        return new Integrity(log(), reader(), seen, new Random(1), LOG)
                .run().stream()
                        .filter(step -> !step.holds())
                        .map(Integrity.Step::word)
                        .toList();
    }

    /** With a new key. */
    static HeadSigner signer() {
        return HeadKeys.ofSecret(SecureRandom.getSeed(64));
    }

    SqlLog log() {
        return new SqlLog(connection, LOG);
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
