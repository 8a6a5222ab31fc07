package fr.tessere.server;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for a condition instead of sleeping. */
public final class Waiting {
    private static final long STEP = 100;

    private Waiting() {}

    /**
     * Comes back when the condition holds; an exception counts as "not yet".
     *
     * @throws AssertionError with what was awaited and the last accident, when the time is over
     */
    public static void until(String what, Duration patience, Callable<Boolean> condition) {
        long end = System.nanoTime() + patience.toNanos();
        Throwable last = new IllegalStateException("the condition was false");
        while (System.nanoTime() < end) {
            try {
                if (condition.call()) {
                    return;
                }
            } catch (Exception | AssertionError notYet) {
                last = notYet;
            }
            pause();
        }
        throw new AssertionError("not within " + patience.toSeconds() + " s: " + what, last);
    }

    private static void pause() {
        try {
            Thread.sleep(STEP);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopped);
        }
    }
}
