package fr.tessere.operations.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.util.Optional;

/** Why the log is not handed on, for those who look at metrics: 1 at the fault of the last try, 0 at all others. */
final class FaultGauge {
    private volatile Optional<CollectorFault> now = Optional.empty();

    FaultGauge() {
        for (CollectorFault fault : CollectorFault.values()) {
            Gauge.builder(
                            "tessere.stream.fault",
                            this,
                            gauge -> gauge.now.filter(fault::equals).isPresent() ? 1 : 0)
                    .tag("fault", fault.word())
                    .description("1 while the log is not handed on for this cause")
                    .strongReference(true)
                    .register(Metrics.globalRegistry);
        }
    }

    void show(Optional<CollectorFault> fault) {
        now = fault;
    }
}
