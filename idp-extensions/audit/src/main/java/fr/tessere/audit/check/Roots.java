package fr.tessere.audit.check;

import fr.tessere.audit.head.Head;
import fr.tessere.audit.tree.Frontier;
import fr.tessere.audit.tree.Hash;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The roots that a list of hashes has at the sizes of some heads: one walk over the list. */
final class Roots {
    private final Map<Long, Hash> roots = new HashMap<>();

    Roots(HashList hashes, Collection<Head> heads) {
        NavigableSet<Long> sizes = new TreeSet<>();
        heads.forEach(head -> sizes.add(head.size()));
        Frontier frontier = Frontier.EMPTY;
        for (int i = 0; i <= hashes.size(); i++) {
            if (sizes.contains((long) i)) {
                roots.put((long) i, frontier.root());
            }
            if (i < hashes.size()) {
                frontier = frontier.append(hashes.get(i));
            }
        }
    }

    /** True if the list is long enough for this head, and has its root. */
    boolean match(Head head) {
        return head.root().equals(roots.get(head.size()));
    }
}
