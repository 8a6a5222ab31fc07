package fr.tessere.journal.publish;

import fr.tessere.audit.head.Head;
import fr.tessere.audit.head.HeadReader;
import fr.tessere.audit.head.InvalidHeadException;
import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.sql.LogTablesException;
import fr.tessere.audit.sql.SqlLog;
import fr.tessere.audit.store.MissingHashException;
import fr.tessere.audit.store.SeenHeads;
import fr.tessere.audit.tree.Hash;
import fr.tessere.audit.tree.TreeHash;
import fr.tessere.journal.keys.JournalEquipment;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** Runs the proofs in front of somebody: the newest head, earlier heads, entries picked by chance. The whole is another's work. */
public final class Integrity {
    private static final int HEADS = 50;
    private static final int ENTRIES = 50;

    private final SqlLog tables;
    private final HeadReader reader;
    private final SeenHeads seen;
    private final RandomGenerator random;
    private final String log;
    private final List<Step> steps = new ArrayList<>();

    /**
     * Of one log.
     *
     * @param reader trusts the log's keys
     * @param seen what this server has found stored
     * @param random picks entries
     */
    public Integrity(SqlLog tables, HeadReader reader, SeenHeads seen, RandomGenerator random, String log) {
        this.tables = tables;
        this.reader = reader;
        this.seen = seen;
        this.random = random;
        this.log = log;
    }

    /** Of this log, on this connection. */
    public static Integrity of(Connection connection, JournalEquipment equipment, String log) {
        return new Integrity(
                new SqlLog(connection, log), equipment.reader(), equipment.seen(), equipment.random(), log);
    }

    /** True if this entry, as it reads, is in the tree of the newest head, which this log's key signed. */
    public boolean isIncluded(Entry entry) {
        Optional<Head> newest = tables.newestHead().flatMap(stored -> read(stored.jws()));
        Optional<SqlLog.Place> place = tables.place(entry.id().text());
        return newest.isPresent()
                && place.isPresent()
                && place.get().index() < newest.get().size()
                && holds(() -> tables.proofs()
                        .inclusion(place.get().index(), newest.get().size())
                        .holds(TreeHash.leaf(entry.bytes()), newest.get().root()));
    }

    /**
     * One thing that was proven, or not.
     *
     * @param word what: {@code head}, {@code seen}, {@code root}, {@code consistency}, {@code inclusion}
     * @param holds whether it is so
     * @param count how many were tried
     */
    public record Step(String word, boolean holds, int count) {}

    /** The steps, and how each ended; none if nothing is signed yet. */
    public List<Step> run() {
        Optional<Head> before = seen.of(log);
        Optional<SqlLog.StoredHead> newest = tables.newestHead();
        if (newest.isEmpty()) {
            return before.map(gone -> List.of(new Step("seen", false, 1))).orElse(List.of());
        }
        Optional<Head> head = read(newest.get().jws());
        steps.add(new Step("head", head.isPresent(), 1));
        head.ifPresent(signed -> {
            before.ifPresent(one ->
                    steps.add(new Step("seen", holds(() -> SeenHeads.isContinued(one, signed, tables.proofs())), 1)));
            steps.add(new Step(
                    "root", holds(() -> tables.proofs().root(signed.size()).equals(signed.root())), 1));
            consistency(signed, newest.get().number());
            inclusion(signed);
        });
        return steps;
    }

    private void consistency(Head newest, long number) {
        // only those before it: the next may have been signed since it was read
        long from = Math.max(1, number - HEADS);
        List<SqlLog.StoredHead> earlier = tables.heads(from, (int) (number - from));
        boolean all = holds(() -> earlier.stream()
                .allMatch(stored -> read(stored.jws())
                        .filter(head -> head.size() <= newest.size())
                        .filter(head -> tables.proofs()
                                .consistency(head.size(), newest.size())
                                .holds(head.root(), newest.root()))
                        .isPresent()));
        steps.add(new Step("consistency", all, earlier.size()));
    }

    /** Entries at even distances, from a place that chance picks. */
    private void inclusion(Head newest) {
        long distance = Math.max(1, newest.size() / ENTRIES);
        long first = random.nextLong(distance);
        int[] count = {0};
        boolean all = holds(() -> {
            boolean each = true;
            for (long index = first; index < newest.size(); index += distance) {
                each &= isIncluded(index, newest);
                count[0]++;
            }
            return each;
        });
        steps.add(new Step("inclusion", all, count[0]));
    }

    private boolean isIncluded(long index, Head newest) {
        Optional<Hash> leaf = tables.textAt(index).map(text -> TreeHash.leaf(text.getBytes(StandardCharsets.UTF_8)));
        return leaf.isPresent()
                && tables.proofs().inclusion(index, newest.size()).holds(leaf.get(), newest.root());
    }

    private Optional<Head> read(String jws) {
        try {
            Head head = reader.read(jws).head();
            return Optional.of(head).filter(one -> one.log().equals(log) && one.size() > 0);
        } catch (InvalidHeadException wrong) {
            return Optional.empty();
        }
    }

    /** Tables that somebody has spoilt hold nothing. */
    private static boolean holds(BooleanSupplier proof) {
        try {
            return proof.getAsBoolean();
        } catch (MissingHashException | LogTablesException | IllegalArgumentException spoilt) {
            return false;
        }
    }
}
