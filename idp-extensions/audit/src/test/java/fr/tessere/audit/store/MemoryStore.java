package fr.tessere.audit.store;

import fr.tessere.audit.head.SignedHead;
import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.receipt.EntryId;
import fr.tessere.audit.tree.Frontier;
import fr.tessere.audit.tree.Hash;
import fr.tessere.audit.tree.Proofs;
import fr.tessere.audit.tree.Subtree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A log in memory. */
public final class MemoryStore implements LogStore, StoredHeights.Rows {
    public final Map<String, String> entries = new LinkedHashMap<>();
    public final List<String> waiting = new ArrayList<>();
    public final List<String> placed = new ArrayList<>();
    public final List<Hash> leaves = new ArrayList<>();
    public final Map<Subtree, Hash> nodes = new HashMap<>();
    public final List<String> heads = new ArrayList<>();
    public Frontier frontier = Frontier.EMPTY;

    public void write(Entry entry) {
        entries.put(entry.id().text(), entry.text());
        waiting.add(entry.id().text());
    }

    @Override
    public Proofs proofs() {
        return new Proofs(new StoredHeights(this));
    }

    @Override
    public Frontier frontier() {
        return frontier;
    }

    @Override
    public Optional<String> newestHead() {
        return heads.isEmpty() ? Optional.empty() : Optional.of(heads.get(heads.size() - 1));
    }

    @Override
    public List<Waiting> waiting(int most) {
        return waiting.stream()
                .limit(most)
                .map(id -> new Waiting(new EntryId(id), java.util.Objects.requireNonNull(entries.get(id))))
                .toList();
    }

    @Override
    public void place(long index, Waiting one, Hash leaf) {
        if (index != leaves.size()) {
            throw new IllegalStateException("leaf " + index + " behind " + leaves.size());
        }
        leaves.add(leaf);
        placed.add(one.id().text());
        waiting.remove(one.id().text());
    }

    @Override
    public void keep(Subtree subtree, Hash hash) {
        nodes.put(subtree, hash);
    }

    @Override
    public void stand(Frontier now) {
        frontier = now;
    }

    @Override
    public void publish(SignedHead head) {
        heads.add(head.jws());
    }

    @Override
    public List<Hash> read(int height, long from, int count) {
        List<Hash> found = new ArrayList<>();
        for (long i = from; i < from + count; i++) {
            Hash hash =
                    height == 0 ? (i < leaves.size() ? leaves.get((int) i) : null) : nodes.get(new Subtree(height, i));
            if (hash != null) {
                found.add(hash);
            }
        }
        return found;
    }
}
