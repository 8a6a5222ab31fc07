package fr.tessere.operations.vitals;

import fr.tessere.journal.beat.Beat;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;

/** How late the beats of this node are, as gauges. Each is asked when somebody looks: one that stands still is seen by no thread of ours. */
final class BeatGauges {
    private final MultiGauge late = MultiGauge.builder("tessere.beat.late.seconds")
            .description("How long a turn that does its work has been awaited; 0 while none is due")
            .register(Metrics.globalRegistry);

    /** Beats come as parts of the server begin. */
    void show() {
        List<Row<?>> rows = Beat.late().keySet().stream()
                .<Row<?>>map(name -> Row.of(Tags.of("beat", name), this, gauges -> seconds(name)))
                .toList();
        late.register(rows, true);
    }

    private static double seconds(String name) {
        return Beat.late().getOrDefault(name, Duration.ZERO).toMillis() / 1_000.0;
    }
}
