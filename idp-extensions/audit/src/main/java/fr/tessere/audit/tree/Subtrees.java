package fr.tessere.audit.tree;

/** Where the hashes of full subtrees come from: a table, or leaves in memory. */
public interface Subtrees {
    /** The hash of this subtree, which is full. */
    Hash hash(Subtree subtree);
}
