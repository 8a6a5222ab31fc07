package fr.tessere.specimen.chip;

import java.time.Duration;

/** Lets time pass. Tests record what a chip would have waited instead of waiting. */
@FunctionalInterface
public interface Pause {
    /** Returns when this much time has passed, or earlier if the thread is interrupted. */
    void pass(Duration time);
}
