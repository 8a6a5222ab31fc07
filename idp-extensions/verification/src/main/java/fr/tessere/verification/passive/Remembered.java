package fr.tessere.verification.passive;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers that follow from their key alone, kept so that they are not computed again: so many at most, each for so long,
 * the oldest goes first. Safe for use by several threads.
 *
 * @param <K> all that the answer depends on
 * @param <V> the answer
 */
final class Remembered<K, V> {
    private final int most;
    private final Duration longest;
    private final LinkedHashMap<K, Entry<V>> oldestFirst = new LinkedHashMap<>();

    Remembered(int most, Duration longest) {
        this.most = most;
        this.longest = longest;
    }

    /** The answer, if it is known; it stays. */
    synchronized Optional<V> find(K key, Instant at) {
        return fresh(oldestFirst.get(key), at);
    }

    /** The answer, if it is known; it is forgotten. */
    synchronized Optional<V> take(K key, Instant at) {
        return fresh(oldestFirst.remove(key), at);
    }

    /** Keeps an answer, and forgets what is too old or too much. */
    synchronized void keep(K key, V answer, Instant at) {
        oldestFirst.remove(key);
        oldestFirst.put(key, new Entry<>(answer, at));
        for (Iterator<Entry<V>> entries = oldestFirst.values().iterator(); entries.hasNext(); ) {
            if (isFresh(entries.next(), at) && oldestFirst.size() <= most) {
                return;
            }
            entries.remove();
        }
    }

    synchronized int size() {
        return oldestFirst.size();
    }

    private Optional<V> fresh(@Nullable Entry<V> entry, Instant at) {
        return Optional.ofNullable(entry).filter(found -> isFresh(found, at)).map(Entry::answer);
    }

    private boolean isFresh(Entry<V> entry, Instant at) {
        return !at.isAfter(entry.since().plus(longest));
    }

    private record Entry<V>(V answer, Instant since) {}
}
