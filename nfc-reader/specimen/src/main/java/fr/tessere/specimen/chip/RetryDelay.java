package fr.tessere.specimen.chip;

import java.time.Duration;

/** What makes guessing slow: once a wrong code was tried, the chip lets time pass before access control begins again. */
final class RetryDelay {
    private final Duration delay;
    private final Pause pause;
    private boolean wrongCodeTried;

    RetryDelay(Duration delay, Pause pause) {
        this.delay = delay;
        this.pause = pause;
    }

    void beforeAttempt() {
        if (wrongCodeTried && !delay.isZero()) {
            pause.pass(delay);
        }
    }

    void afterWrongCode() {
        wrongCodeTried = true;
    }

    void afterRightCode() {
        wrongCodeTried = false;
    }
}
