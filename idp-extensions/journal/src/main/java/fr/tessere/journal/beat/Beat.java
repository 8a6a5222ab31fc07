package fr.tessere.journal.beat;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * One thread of this node that works by the clock, one thing again and again, and keeps no server from ending. How late each is, is
 * known to the whole node, since those who look at it have none of them at hand.
 */
public final class Beat implements AutoCloseable {
    private static final Map<String, Turns> BEGUN = new ConcurrentHashMap<>();

    private final Logger log;
    private final String name;
    private final String failure;
    private final ScheduledExecutorService thread;
    private final Turns turns = new Turns(System::nanoTime);

    /**
     * Does nothing yet.
     *
     * @param log is told what threw
     * @param name of the thread, behind {@code tessere-}; the kernel shows 15 characters of both
     * @param failure what is not done when the work throws, for people
     */
    public Beat(Logger log, String name, String failure) {
        this.log = log;
        this.name = name;
        this.failure = failure;
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
     * @param work true if it did what it should; what throws did not, and is tried again
     */
    public void every(Duration pause, BooleanSupplier work) {
        every(pause, pause, work);
    }

    /** The same with another pause before the first turn. */
    public void every(Duration first, Duration pause, BooleanSupplier work) {
        expectIn(first);
        thread.scheduleWithFixedDelay(
                () -> {
                    if (tried(failure, work)) {
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
            thread.schedule(() -> tried(failure, done(work)), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Does it as soon as the thread is free, besides what it does by the clock: that is awaited as before. */
    public void soon(Runnable work) {
        if (!isOver()) {
            thread.execute(() -> tried(failure, done(work)));
        }
    }

    /**
     * Does a part of a turn: if it throws, the log is told by the exception's type, unless the thread has ended, and the parts behind
     * it are done all the same.
     *
     * @param failure what is not done when it throws, for people
     * @param work true if it did what it should
     * @return what the work says, false if it threw
     */
    public boolean tried(String failure, BooleanSupplier work) {
        try {
            return work.getAsBoolean();
        } catch (RuntimeException accident) {
            if (!isOver()) {
                log.errorf("%s: %s", failure, accident.getClass().getName());
            }
            return false;
        }
    }

    private static BooleanSupplier done(Runnable work) {
        return () -> {
            work.run();
            return true;
        };
    }

    private void expectIn(Duration pause) {
        turns.expectIn(pause);
        BEGUN.put(name, turns);
    }

    private boolean isOver() {
        return thread.isShutdown();
    }

    /** Interrupts what is being done, and begins nothing more. */
    @Override
    public void close() {
        BEGUN.remove(name, turns);
        thread.shutdownNow();
    }
}
