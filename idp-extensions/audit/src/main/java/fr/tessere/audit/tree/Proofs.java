package fr.tessere.audit.tree;

import java.util.ArrayList;
import java.util.List;

/** Makes proofs about a tree, from the hashes of its full subtrees; asks for as many as the tree is high, and no more. */
public final class Proofs {
    private final Subtrees subtrees;

    public Proofs(Subtrees subtrees) {
        this.subtrees = subtrees;
    }

    /** The root of the tree when it had this many leaves. */
    public Hash root(long size) {
        return size == 0 ? TreeHash.EMPTY : range(0, size);
    }

    /** That a leaf is in the tree of this size (RFC 9162 §2.1.3.1). */
    public InclusionProof inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf %d in a tree of %d".formatted(index, size));
        }
        List<Hash> path = new ArrayList<>();
        path(index, 0, size, path);
        return new InclusionProof(index, size, path);
    }

    /** That the tree of the second size begins with all leaves of the first (RFC 9162 §2.1.4.1). */
    public ConsistencyProof consistency(long first, long second) {
        if (first < 1 || first > second) {
            throw new IllegalArgumentException("no proof leads from %d to %d leaves".formatted(first, second));
        }
        List<Hash> path = new ArrayList<>();
        if (first < second) {
            subproof(first, 0, second, true, path);
        }
        return new ConsistencyProof(first, second, path);
    }

    private void path(long index, long start, long end, List<Hash> path) {
        if (end - start == 1) {
            return;
        }
        long middle = start + split(end - start);
        if (index < middle) {
            path(index, start, middle, path);
            path.add(range(middle, end));
        } else {
            path(index, middle, end, path);
            path.add(range(start, middle));
        }
    }

    private void subproof(long first, long start, long end, boolean whole, List<Hash> path) {
        if (first == end) {
            if (!whole) {
                path.add(range(start, end));
            }
            return;
        }
        long middle = start + split(end - start);
        if (first <= middle) {
            subproof(first, start, middle, whole, path);
            path.add(range(middle, end));
        } else {
            subproof(first, middle, end, false, path);
            path.add(range(start, middle));
        }
    }

    private Hash range(long start, long end) {
        long length = end - start;
        if (Long.bitCount(length) == 1) {
            int height = Long.numberOfTrailingZeros(length);
            return subtrees.hash(new Subtree(height, start >> height));
        }
        long middle = start + split(length);
        return TreeHash.node(range(start, middle), range(middle, end));
    }

    /** The largest power of two below this length. */
    private static long split(long length) {
        return Long.highestOneBit(length - 1);
    }
}
