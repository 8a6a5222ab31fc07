package fr.tessere.audit.store;

import fr.tessere.audit.tree.Subtree;

/** The store lacks hashes that the tree has had: somebody took them. */
public final class MissingHashException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingHashException(Subtree subtree) {
        super("no hashes are stored for the subtree %d of height %d".formatted(subtree.index(), subtree.height()));
    }
}
