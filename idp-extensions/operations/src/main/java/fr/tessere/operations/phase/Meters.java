package fr.tessere.operations.phase;

import fr.tessere.protocol.reading.RefusalCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

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

    private static final List<String> CALLS = List.of("open", "chip", "proof", "trouble");
    /** The calls, and the pick-up by the browser. */
    private static final List<String> STEPS = List.of("open", "chip", "proof", "trouble", "collect");
    /** Refusals that an alert waits for: of some of them one is enough. */
    private static final List<String> AWAITED = Stream.of(
                    RefusalCode.SERVER_FAILED, RefusalCode.CHIP_NOT_ORIGINAL, RefusalCode.DOCUMENT_STATUS_UNAVAILABLE)
            .map(RefusalCode::word)
            .toList();

    private Meters() {}

    /**
     * What alerts wait for is there from the start, at zero: a counter that comes into being at one has not grown in the eyes
     * of Prometheus, and the first accident would not be seen.
     */
    static void begin() {
        for (String step : STEPS) {
            AWAITED.forEach(code -> refusals(step, code));
        }
        for (String call : CALLS) {
            steps(call, "done");
            steps(call, "refused");
        }
        verifications(true);
        verifications(false);
    }

    /** A call of a reader was answered. */
    static void step(String step, String outcome, Duration took) {
        steps(step, outcome).record(took);
    }

    private static Timer steps(String step, String outcome) {
        return Timer.builder("tessere.reading.step")
                .description("Calls of readers: open, chip, proof, trouble")
                .tags("step", step, "outcome", outcome)
                .serviceLevelObjectives(BOUNDS)
                .register(Metrics.globalRegistry);
    }

    /** Hostile bytes were worked on; busy if there was no thread, or no result in time. */
    public static void verified(boolean busy, Duration took) {
        verifications(busy).record(took);
    }

    private static Timer verifications(boolean busy) {
        return Timer.builder("tessere.verification")
                .description("Work on the bytes of a document, with the time that it waited for a thread")
                .tags("outcome", busy ? "busy" : "done")
                .serviceLevelObjectives(BOUNDS)
                .register(Metrics.globalRegistry);
    }

    static void refused(String step, String code) {
        refusals(step, code).increment();
    }

    private static Counter refusals(String step, String code) {
        return Counter.builder("tessere.reading.refusals")
                .description("Refusals by step and code")
                .tags("step", step, "code", code)
                .register(Metrics.globalRegistry);
    }

    static void signedIn(String level, String channel) {
        Counter.builder("tessere.signins")
                .description("Sign-ins with a document or a passkey, by level and channel; a passkey has no channel")
                .tags("level", level, "channel", channel)
                .register(Metrics.globalRegistry)
                .increment();
    }
}
