package fr.tessere.operations.phase;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** The meters of readings, in the registry that Keycloak publishes. Where it publishes none, nothing is kept. */
public final class Meters {
    /** Bounds that a quick phase, a slow one and a hopeless one lie between. */
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5)
    };

    private Meters() {}

    /** A call of a reader was answered. */
    static void step(String step, String outcome, Duration took) {
        Timer.builder("tessere.reading.step")
                .description("Calls of readers: open, chip, proof")
                .tags("step", step, "outcome", outcome)
                .serviceLevelObjectives(BOUNDS)
                .register(Metrics.globalRegistry)
                .record(took);
    }

    /** Hostile bytes were worked on; busy if there was no thread, or no result in time. */
    public static void verified(boolean busy, Duration took) {
        Timer.builder("tessere.verification")
                .description("Work on the bytes of a document, with the time that it waited for a thread")
                .tags("outcome", busy ? "busy" : "done")
                .serviceLevelObjectives(BOUNDS)
                .register(Metrics.globalRegistry)
                .record(took);
    }

    static void refused(String step, String code) {
        Counter.builder("tessere.reading.refusals")
                .description("Refusals by step and code")
                .tags("step", step, "code", code)
                .register(Metrics.globalRegistry)
                .increment();
    }

    static void signedIn(String level, String channel) {
        Counter.builder("tessere.signins")
                .description("Sign-ins with a document, by level and channel")
                .tags("level", level, "channel", channel)
                .register(Metrics.globalRegistry)
                .increment();
    }
}
