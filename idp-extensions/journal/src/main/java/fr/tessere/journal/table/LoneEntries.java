package fr.tessere.journal.table;

import fr.tessere.audit.receipt.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Entries of acts that write nothing else into the database. Each is stored when its call returns. Those that come while others are
 * being stored go together: the first of them takes the rest along.
 */
public final class LoneEntries {
    /** Most entries that are stored at once; there are as many as a power of two, which the store takes in one statement. */
    static final int AT_ONCE = 64;

    private final Queue<Lone> coming = new ConcurrentLinkedQueue<>();
    private final ReentrantLock storing = new ReentrantLock();

    /** Where they are stored. */
    public interface Store {
        /** Stores them all, or fails and has stored none. */
        void store(List<Entry> entries);
    }

    /** Stores an entry; fails like the store does. */
    public void write(Entry entry, Store store) {
        Lone lone = new Lone(entry);
        coming.add(lone);
        storing.lock();
        try {
            while (!lone.tried) {
                next(store);
            }
        } finally {
            storing.unlock();
        }
        lone.failure.ifPresent(failure -> {
            throw failure;
        });
    }

    /** How many come and are not being stored yet. */
    int comingNow() {
        return coming.size();
    }

    private void next(Store store) {
        int count = Integer.highestOneBit(Math.min(AT_ONCE, coming.size()));
        List<Lone> batch = new ArrayList<>();
        while (batch.size() < count) {
            batch.add(coming.remove());
        }
        Optional<RuntimeException> failure = Optional.empty();
        try {
            store.store(batch.stream().map(one -> one.entry).toList());
        } catch (RuntimeException failed) {
            failure = Optional.of(failed);
        }
        for (Lone one : batch) {
            one.tried = true;
            one.failure = failure;
        }
    }

    /** One that comes, and what became of it: who holds the lock reads and writes that. */
    private static final class Lone {
        private final Entry entry;
        private boolean tried;
        private Optional<RuntimeException> failure = Optional.empty();

        private Lone(Entry entry) {
            this.entry = entry;
        }
    }
}
