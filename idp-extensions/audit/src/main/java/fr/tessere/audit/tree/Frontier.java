package fr.tessere.audit.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * All that has to be known of a tree to make it grow: the roots of the full subtrees that its leaves fall into, largest first,
 * one for each bit of the size that is set.
 *
 * @param size number of leaves
 * @param peaks those roots
 */
public record Frontier(long size, List<Hash> peaks) {
    /** Of a tree without leaves. */
    public static final Frontier EMPTY = new Frontier(0, List.of());

    public Frontier {
        if (size < 0 || Long.bitCount(size) != peaks.size()) {
            throw new IllegalArgumentException("%d peaks do not belong to %d leaves".formatted(peaks.size(), size));
        }
        peaks = List.copyOf(peaks);
    }

    /** With one leaf more. The subtrees that this fills are told, the leaf first. */
    public Frontier append(Hash leaf, BiConsumer<Subtree, Hash> filled) {
        List<Hash> grown = new ArrayList<>(peaks);
        Hash hash = leaf;
        int height = 0;
        filled.accept(new Subtree(0, size), hash);
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = TreeHash.node(grown.remove(grown.size() - 1), hash);
            height++;
            filled.accept(new Subtree(height, size >> height), hash);
        }
        grown.add(hash);
        return new Frontier(size + 1, grown);
    }

    /** With one leaf more, nobody told. */
    public Frontier append(Hash leaf) {
        return append(leaf, (subtree, hash) -> {});
    }

    /** The root of the tree (RFC 9162 §2.1.1). */
    public Hash root() {
        if (size == 0) {
            return TreeHash.EMPTY;
        }
        Hash root = peaks.get(peaks.size() - 1);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = TreeHash.node(peaks.get(i), root);
        }
        return root;
    }
}
