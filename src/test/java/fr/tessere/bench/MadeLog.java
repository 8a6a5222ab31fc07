package fr.tessere.bench;

import fr.tessere.audit.head.Head;
import fr.tessere.audit.head.HeadSigner;
import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.store.StoredHeights;
import fr.tessere.audit.tree.Frontier;
import fr.tessere.audit.tree.Hash;
import fr.tessere.audit.tree.TreeHash;
import fr.tessere.server.LogSchema;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.stream.Collectors;
import liquibase.exception.LiquibaseException;
import org.postgresql.PGConnection;

/** A log of many entries, put into the server's tables at once: whole, with its tree and its signed heads. */
final class MadeLog {
    private static final int ENTRIES_OF_A_HEAD = 2_000;
    private static final int TOLD = 1_000_000;

    private final Doors doors;
    private final HeadSigner signer;
    private final PrintStream progress;
    private Frontier frontier = Frontier.EMPTY;
    private long heads;

    MadeLog(Doors doors, HeadSigner signer, PrintStream progress) {
        this.doors = doors;
        this.signer = signer;
        this.progress = progress;
    }

    /** Connections to the database. */
    interface Doors {
        /** A new one. */
        Connection open() throws SQLException;
    }

    /** Makes tables, and a log of at least so many entries in them, the last of them at this time. */
    void make(long entries, Instant to) throws SQLException, LiquibaseException {
        try (Connection connection = doors.open()) {
            LogSchema.make(connection);
            connection.setAutoCommit(true);
            boolean postgres = connection.isWrapperFor(PGConnection.class);
            SetAside indexes = postgres ? SetAside.of(connection) : SetAside.none(connection);
            fill(entries, to);
            progress.println("indexes");
            indexes.putBack();
            try (Statement statement = connection.createStatement()) {
                statement.execute(postgres ? "VACUUM ANALYZE" : "ANALYZE");
            }
        }
    }

    private void fill(long entries, Instant to) throws SQLException {
        MadeEntries made = MadeEntries.until(to, entries);
        try (TableRows rows = EntryRows.of(doors.open());
                TableRows leaves =
                        TableRows.of(doors.open(), "TESSERE_AUDIT_LEAF", "LOG", "PLACE", "ENTRY_ID", "HASH");
                TableRows nodes = TableRows.of(doors.open(), "TESSERE_AUDIT_NODE", "LOG", "HEIGHT", "PLACE", "HASH");
                TableRows signed = TableRows.of(
                        doors.open(), "TESSERE_AUDIT_HEAD", "LOG", "HEAD_NUMBER", "TREE_SIZE", "SIGNED_AT", "JWS")) {
            for (long number = 1; frontier.size() < entries; number++) {
                made.signIn(number, entry -> write(entry, rows, leaves, nodes, signed));
            }
            head(to, signed);
        }
        try (TableRows logs = TableRows.of(
                doors.open(), "TESSERE_AUDIT_LOG", "LOG", "TREE_SIZE", "PEAKS", "HEADS", "HOLDER", "HELD_UNTIL")) {
            String peaks = frontier.peaks().stream().map(Hash::toBase64).collect(Collectors.joining(" "));
            logs.add(MadeEntries.LOG, frontier.size(), peaks, heads, "-", 0);
        }
    }

    private void write(Entry entry, TableRows rows, TableRows leaves, TableRows nodes, TableRows signed) {
        try {
            EntryRows.add(rows, entry);
            Hash leaf = TreeHash.leaf(entry.bytes());
            leaves.add(MadeEntries.LOG, frontier.size(), entry.id().text(), leaf.toBase64());
            frontier = frontier.append(leaf, (subtree, hash) -> {
                if (StoredHeights.isStored(subtree.height())) {
                    add(nodes, MadeEntries.LOG, subtree.height(), subtree.index(), hash.toBase64());
                }
            });
            if (frontier.size() % ENTRIES_OF_A_HEAD == 0) {
                head(entry.at(), signed);
            }
            if (frontier.size() % TOLD == 0) {
                progress.println(frontier.size() + " entries");
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("the database takes no row", broken);
        }
    }

    private void head(Instant at, TableRows signed) throws SQLException {
        heads++;
        String jws = signer.sign(new Head(MadeEntries.LOG, frontier.size(), frontier.root(), at))
                .jws();
        signed.add(MadeEntries.LOG, heads, frontier.size(), at.toEpochMilli(), jws);
    }

    private static void add(TableRows rows, Object... values) {
        try {
            rows.add(values);
        } catch (SQLException broken) {
            throw new IllegalStateException("the database takes no row", broken);
        }
    }
}
