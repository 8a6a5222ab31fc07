package fr.tessere.audit.store;

import fr.tessere.audit.head.Head;
import fr.tessere.audit.tree.Proofs;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The longest head of each log that this server has found stored, as long as it runs: tables that somebody set back to an earlier
 * state fit together, and only whoever remembers a later one can tell.
 */
public final class SeenHeads {
    private final Map<String, Head> longest = new ConcurrentHashMap<>();

    /** The longest one of a log. Ask before the store is asked for its newest: what others see meanwhile is no fault of the store. */
    public Optional<Head> of(String log) {
        return Optional.ofNullable(longest.get(log));
    }

    /** Remembers a head that a trusted key signed and that is stored: one that is only being written may never be. */
    void saw(Head stored) {
        longest.merge(stored.log(), stored, (before, now) -> now.size() < before.size() ? before : now);
    }

    /** True if the tree of a head begins with all that an earlier one had. */
    public static boolean isContinued(Head earlier, Head later, Proofs proofs) {
        try {
            return earlier.size() <= later.size()
                    && proofs.consistency(earlier.size(), later.size()).holds(earlier.root(), later.root());
        } catch (MissingHashException taken) {
            return false;
        }
    }
}
