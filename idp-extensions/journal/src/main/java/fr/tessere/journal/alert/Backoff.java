package fr.tessere.journal.alert;

import java.time.Duration;

/**
 * How often a delivery is tried, and how long it waits in between: the pause doubles.
 *
 * @param first behind the first try
 * @param tries in all
 */
public record Backoff(Duration first, int tries) {
    /** Ten seconds at first; the tenth try comes after an hour and a half. */
    public static final Backoff STANDARD = new Backoff(Duration.ofSeconds(10), 10);

    /** How long behind this try, counted from 1. */
    Duration pause(int tried) {
        return first.multipliedBy(1L << Math.min(tried - 1, 20));
    }

    boolean isLast(int tried) {
        return tried >= tries;
    }
}
