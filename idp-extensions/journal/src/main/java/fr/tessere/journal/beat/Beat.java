package fr.tessere.journal.beat;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * One thread of this node that works by the clock, one thing again and again, and keeps no server from ending. How late each is, is
 * known to the whole node, since those who look at it have none of them at hand.
 */
public final class Beat implements AutoCloseable {
    private static final Map<String, Turns> BEGUN = new ConcurrentHashMap<>();

    private final String name;
    private final ScheduledExecutorService thread;
    private final Turns turns = new Turns(System::nanoTime);

    /**
     * Does nothing yet.
     *
     * @param name of the thread, behind {@code tessere-}; the kernel shows 15 characters of both
     */
    public Beat(String name) {
        this.name = name;
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread daemon = new Thread(work, "tessere-" + name);
            daemon.setDaemon(true);
            return daemon;
        });
    }

    /**
     * For how long each beat of this node has been awaited, by name: zero if it comes in time. One is awaited from the end of the last
     * turn that did its work, and of the pause behind it.
     */
    public static Map<String, Duration> late() {
        Map<String, Duration> late = new TreeMap<>();
        BEGUN.forEach((name, turns) -> late.put(name, turns.late()));
        return late;
    }

    /**
     * Does it again and again, with this pause before each turn.
     *
     * @param work true if it did what it should; what throws is not done again: it says itself what went wrong
     */
    public void every(Duration pause, BooleanSupplier work) {
        every(pause, pause, work);
    }

    /** The same with another pause before the first turn. */
    public void every(Duration first, Duration pause, BooleanSupplier work) {
        expectIn(first);
        thread.scheduleWithFixedDelay(
                () -> {
                    if (work.getAsBoolean()) {
                        turns.expectIn(pause);
                    }
                },
                first.toMillis(),
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Does it once, after this pause; never, if the thread has ended. Whoever asks for the next turn at the end of one says that it is over. */
    public void once(Duration pause, Runnable work) {
        if (!isOver()) {
            expectIn(pause);
            thread.schedule(work, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Does it as soon as the thread is free, besides what it does by the clock: that is awaited as before. */
    public void soon(Runnable work) {
        if (!isOver()) {
            thread.execute(work);
        }
    }

    private void expectIn(Duration pause) {
        turns.expectIn(pause);
        BEGUN.put(name, turns);
    }

    /** True once nothing more is begun. */
    public boolean isOver() {
        return thread.isShutdown();
    }

    /** Interrupts what is being done, and begins nothing more. */
    @Override
    public void close() {
        BEGUN.remove(name, turns);
        thread.shutdownNow();
    }
}
