package fr.tessere.audit.tree;

import java.util.List;

/**
 * That a leaf is in a tree (RFC 9162 §2.1.3).
 *
 * @param index of the leaf, from 0
 * @param size leaves of the tree
 * @param path from the leaf up
 */
public record InclusionProof(long index, long size, List<Hash> path) {
    public InclusionProof {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf %d in a tree of %d".formatted(index, size));
        }
        path = List.copyOf(path);
    }

    /** True if this leaf, at this place, is in the tree of this root (RFC 9162 §2.1.3.2). */
    public boolean holds(Hash leaf, Hash root) {
        long fn = index;
        long sn = size - 1;
        Hash hash = leaf;
        for (Hash step : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                hash = TreeHash.node(step, hash);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                hash = TreeHash.node(hash, step);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && hash.equals(root);
    }
}
