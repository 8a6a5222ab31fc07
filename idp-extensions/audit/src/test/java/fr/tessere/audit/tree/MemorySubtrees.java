package fr.tessere.audit.tree;

import java.util.List;

/** Full subtrees of leaves in memory, hashed anew each time. */
public final class MemorySubtrees {
    private MemorySubtrees() {}

    public static Hash hash(List<Hash> leaves, Subtree subtree) {
        return subtree.height() == 0
                ? leaves.get((int) subtree.index())
                : TreeHash.node(hash(leaves, subtree.left()), hash(leaves, subtree.right()));
    }
}
