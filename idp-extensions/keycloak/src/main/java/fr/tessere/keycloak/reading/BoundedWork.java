package fr.tessere.keycloak.reading;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.RefusedException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Threads for work on hostile bytes, apart from the server's own: were a parser ever stuck, the call that brought its
 * bytes still ends in time, and all other pages of the server go on. Nothing in Java ends a stuck thread, so there are
 * few of them; when all are taken, readings are refused {@code server-busy} until one is free.
 */
public final class BoundedWork implements AutoCloseable {
    /** A verification takes milliseconds; this much only on a machine that is overwhelmed, or with a parser that is stuck. */
    public static final Duration LIMIT = Duration.ofSeconds(5);

    /** Calls that may wait for a thread; one more is refused at once. */
    private static final int WAITING = 256;

    private final Duration limit;
    private final ThreadPoolExecutor threads;

    /**
     * Threads of its own.
     *
     * @param count how many at once
     * @param limit longest that a call waits for its result
     */
    public BoundedWork(int count, Duration limit) {
        this.limit = limit;
        threads = new ThreadPoolExecutor(
                count, count, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), new Named());
        threads.allowCoreThreadTimeOut(true);
    }

    /** Twice as many threads as the machine has processors: work that waits for nothing but them. */
    public static BoundedWork ofThisMachine() {
        return new BoundedWork(2 * Runtime.getRuntime().availableProcessors(), LIMIT);
    }

    /**
     * The result of this work; an unchecked exception or error of it is thrown here.
     *
     * @throws RefusedException {@code server-busy} if there is no result in time
     */
    <T> T result(Supplier<T> work) throws RefusedException {
        Future<T> future;
        try {
            future = threads.submit(work::get);
        } catch (RejectedExecutionException full) {
            throw new RefusedException(RefusalCode.SERVER_BUSY, "%d calls wait already".formatted(WAITING));
        }
        try {
            return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            future.cancel(true);
            throw new RefusedException(RefusalCode.SERVER_BUSY, "no result in %d s".formatted(limit.toSeconds()));
        } catch (InterruptedException stopped) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new RefusedException(RefusalCode.SERVER_BUSY, "the server stops");
        } catch (ExecutionException accident) {
            throw unchecked(accident);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static RuntimeException unchecked(ExecutionException accident) {
        Throwable cause = accident.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    private static final class Named implements ThreadFactory {
        @Override
        public Thread newThread(Runnable work) {
            Thread thread = new Thread(work, "tessere-verification");
            thread.setDaemon(true);
            return thread;
        }
    }
}
