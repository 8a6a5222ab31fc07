package fr.tessere.specimen.link;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Ends connections and the threads that wait on them. */
final class Sockets {
    private static final long PATIENCE_MILLIS = 2_000;

    private Sockets() {}

    /** Closes what is open; that it could not be closed changes nothing. */
    static void close(@Nullable Closeable open) {
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (IOException alreadyBroken) {
            // nothing is left to release
        }
    }

    /** Waits for a thread to end, unless it is the one that asks. */
    static void await(Thread thread) {
        if (thread == Thread.currentThread()) {
            return;
        }
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
