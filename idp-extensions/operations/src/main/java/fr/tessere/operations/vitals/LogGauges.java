package fr.tessere.operations.vitals;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What is known of the logs, as gauges with the name of their realm. */
final class LogGauges {
    private final InstantSource clock;
    private final MultiGauge entries = gauge("tessere.log.entries", "Entries that have a place");
    private final MultiGauge waiting = gauge("tessere.log.waiting", "Entries that wait for a place");
    private final MultiGauge lag = gauge("tessere.log.waiting.seconds", "How long the oldest of them has waited");
    private final MultiGauge head = gauge("tessere.log.head.seconds", "Age of the newest signed head");
    private final MultiGauge behind =
            gauge("tessere.stream.behind", "Entries that the collector of the log has not taken");
    private final MultiGauge unproven =
            gauge("tessere.log.unproven", "Proofs of the log that did not hold, and that no officer has acknowledged");
    private final MultiGauge undelivered =
            gauge("tessere.alerts.undelivered", "Deliveries given up, of alerts that no officer has acknowledged");

    LogGauges(InstantSource clock) {
        this.clock = clock;
    }

    void show(Map<String, Vitals.OneLog> logs) {
        register(entries, logs, log -> log.tables().entries());
        register(waiting, logs, log -> log.tables().waiting());
        register(lag, logs, log -> age(log.tables().oldest()));
        register(head, logs, log -> age(log.tables().head()));
        register(behind, logs, log -> log.tables().behind());
        register(unproven, logs, Vitals.OneLog::unproven);
        register(undelivered, logs, Vitals.OneLog::undelivered);
    }

    private static MultiGauge gauge(String name, String description) {
        return MultiGauge.builder(name).description(description).register(Metrics.globalRegistry);
    }

    private static void register(
            MultiGauge gauge, Map<String, Vitals.OneLog> logs, ToDoubleFunction<Vitals.OneLog> value) {
        List<Row<?>> rows = logs.entrySet().stream()
                .<Row<?>>map(one -> Row.of(Tags.of("realm", one.getKey()), one.getValue(), value))
                .toList();
        gauge.register(rows, true);
    }

    private double age(Optional<Instant> at) {
        return at.map(since ->
                        Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1_000.0))
                .orElse(0.0);
    }
}
