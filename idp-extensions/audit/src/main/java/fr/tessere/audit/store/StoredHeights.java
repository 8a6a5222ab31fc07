package fr.tessere.audit.store;

import fr.tessere.audit.tree.Hash;
import fr.tessere.audit.tree.Subtree;
import fr.tessere.audit.tree.Subtrees;
import fr.tessere.audit.tree.TreeHash;
import java.util.ArrayList;
import java.util.List;

/** Not every hash is stored: leaves, and every fourth height above them. What lies between is made from at most 8 of them. */
public final class StoredHeights implements Subtrees {
    /** Heights that are stored are multiples of this. */
    public static final int STEP = 4;

    private final Rows rows;

    /** Reads stored hashes. */
    public interface Rows {
        /** So many hashes of one stored height, from this index on; fewer if some are missing. */
        List<Hash> read(int height, long from, int count);
    }

    public StoredHeights(Rows rows) {
        this.rows = rows;
    }

    /** True for a height that is stored besides the leaves. */
    public static boolean isStored(int height) {
        return height > 0 && height % STEP == 0;
    }

    @Override
    public Hash hash(Subtree subtree) {
        int above = subtree.height() % STEP;
        int count = 1 << above;
        List<Hash> hashes = rows.read(subtree.height() - above, subtree.index() << above, count);
        if (hashes.size() != count) {
            throw new MissingHashException(subtree);
        }
        while (hashes.size() > 1) {
            List<Hash> upper = new ArrayList<>();
            for (int i = 0; i < hashes.size(); i += 2) {
                upper.add(TreeHash.node(hashes.get(i), hashes.get(i + 1)));
            }
            hashes = upper;
        }
        return hashes.get(0);
    }
}
