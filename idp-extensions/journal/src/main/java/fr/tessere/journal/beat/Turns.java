package fr.tessere.journal.beat;

import java.time.Duration;
import java.util.function.LongSupplier;

/** When the next turn of one beat is expected. A turn that is under way, or that could not do its work, is not over. */
final class Turns {
    private final LongSupplier nanos;
    private volatile long due;

    /** By a clock that only goes on, in nanoseconds. */
    Turns(LongSupplier nanos) {
        this.nanos = nanos;
        this.due = nanos.getAsLong();
    }

    /** The next one begins behind this pause. */
    void expectIn(Duration pause) {
        due = nanos.getAsLong() + pause.toNanos();
    }

    /** For how long a turn has been awaited that did what it should; zero as long as none is due. */
    Duration late() {
        return Duration.ofNanos(Math.max(0, nanos.getAsLong() - due));
    }
}
