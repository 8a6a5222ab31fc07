package fr.tessere.fuzz;

import com.sun.management.ThreadMXBean;
import fr.tessere.verification.evidence.RefusedException;
import java.lang.management.ManagementFactory;

/** What hostile bytes may cost, whatever they are: a named refusal at most, and little memory. */
final class Bounds {
    /** Bytes that one call may allocate in all. What is held at once is less. */
    private static final long MEMORY = 64L << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Bounds() {}

    /** Code that may refuse. */
    @FunctionalInterface
    interface Call {
        void run() throws RefusedException;
    }

    /** Lets refusals pass; anything else that is thrown, and too much memory, is a finding. */
    static void hold(Call call) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            call.run();
        } catch (RefusedException named) {
            // what a refusal is for
        }
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        if (allocated > MEMORY) {
            throw new AssertionError("one call allocated %d bytes".formatted(allocated));
        }
    }
}
