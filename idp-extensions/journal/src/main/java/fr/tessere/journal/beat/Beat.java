package fr.tessere.journal.beat;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One thread of this node that works by the clock, one thing after the other, and keeps no server from ending. */
public final class Beat implements AutoCloseable {
    private final ScheduledExecutorService thread;

    /**
     * Does nothing yet.
     *
     * @param name of the thread, behind {@code tessere-}; the kernel shows 15 characters of both
     */
    public Beat(String name) {
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread daemon = new Thread(work, "tessere-" + name);
            daemon.setDaemon(true);
            return daemon;
        });
    }

    /** Does it again and again, with this pause before each turn. Work that throws is not done again: it says itself what went wrong. */
    public void every(Duration pause, Runnable work) {
        every(pause, pause, work);
    }

    /** The same with another pause before the first turn. */
    public void every(Duration first, Duration pause, Runnable work) {
        thread.scheduleWithFixedDelay(work, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Does it once, after this pause; never, if the thread has ended. */
    public void once(Duration pause, Runnable work) {
        if (!isOver()) {
            thread.schedule(work, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** True once nothing more is begun. */
    public boolean isOver() {
        return thread.isShutdown();
    }

    /** Interrupts what is being done, and begins nothing more. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
