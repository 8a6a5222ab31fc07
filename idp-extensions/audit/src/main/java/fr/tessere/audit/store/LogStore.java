package fr.tessere.audit.store;

import fr.tessere.audit.head.SignedHead;
import fr.tessere.audit.tree.Frontier;
import fr.tessere.audit.tree.Hash;
import fr.tessere.audit.tree.Proofs;
import fr.tessere.audit.tree.Subtree;
import java.util.List;
import java.util.Optional;

/** Where a log lies. All calls of one batch take effect together or not at all. */
public interface LogStore {
    /** Where the tree stands. */
    Frontier frontier();

    /** The newest head, as it is stored: whoever stored it may not have been us. */
    Optional<String> newestHead();

    /** Proofs about the tree, from the hashes that are stored. */
    Proofs proofs();

    /** Entries that wait, oldest first, at most so many. */
    List<Waiting> waiting(int most);

    /** Gives a waiting entry its place. */
    void place(long index, Waiting one, Hash leaf);

    /** Keeps the hash of a full subtree of a height that {@link StoredHeights} names. */
    void keep(Subtree subtree, Hash hash);

    /** Where the tree stands now. */
    void stand(Frontier frontier);

    /** Keeps a new head for everybody. */
    void publish(SignedHead head);
}
