package fr.tessere.audit.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * That a tree begins with all leaves of an earlier one, in their order (RFC 9162 §2.1.4).
 *
 * @param first leaves of the earlier tree, 1 or more
 * @param second leaves of the later one
 * @param path its hashes; none if both are one tree
 */
public record ConsistencyProof(long first, long second, List<Hash> path) {
    public ConsistencyProof {
        if (first < 1 || first > second) {
            throw new IllegalArgumentException("no proof leads from %d to %d leaves".formatted(first, second));
        }
        path = List.copyOf(path);
    }

    /** True if the tree of the second root continues that of the first (RFC 9162 §2.1.4.2). */
    public boolean holds(Hash firstRoot, Hash secondRoot) {
        if (first == second) {
            return path.isEmpty() && firstRoot.equals(secondRoot);
        }
        List<Hash> steps = new ArrayList<>(path);
        if (Long.bitCount(first) == 1) {
            steps.add(0, firstRoot);
        }
        if (steps.isEmpty()) {
            return false;
        }
        long fn = first - 1;
        long sn = second - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        Hash older = steps.get(0);
        Hash newer = older;
        for (Hash step : steps.subList(1, steps.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                older = TreeHash.node(step, older);
                newer = TreeHash.node(step, newer);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                newer = TreeHash.node(newer, step);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && older.equals(firstRoot) && newer.equals(secondRoot);
    }
}
