package fr.tessere.operations.vitals;

import fr.tessere.verification.trust.RevocationList;
import fr.tessere.verification.trust.TrustState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** What is trusted, as gauges; revocation lists with the country that made them. */
final class TrustGauges {
    private final Supplier<TrustState> trust;
    private final Duration oldest;
    private final InstantSource clock;
    private final MultiGauge age = MultiGauge.builder("tessere.trust.crl.seconds")
            .description("Age of each country's newest revocation list")
            .register(Metrics.globalRegistry);
    private final MultiGauge overdue = MultiGauge.builder("tessere.trust.crl.overdue.seconds")
            .description("Time since its next one was due; negative while it is fresh")
            .register(Metrics.globalRegistry);

    TrustGauges(Supplier<TrustState> trust, Duration oldest, InstantSource clock) {
        this.trust = trust;
        this.oldest = oldest;
        this.clock = clock;
        gauge(
                "tessere.trust.seconds",
                "Age of the newest list in the trust folder",
                one -> seconds(one.now().age()));
        gauge("tessere.trust.limit.seconds", "Older than this is old, operators say", one -> seconds(oldest));
        gauge(
                "tessere.trust.looked.seconds",
                "Since the trust folder was looked at",
                one -> seconds(Duration.between(trust.get().looked(), clock.instant())));
        gauge(
                "tessere.trust.signers",
                "Country signers in force",
                one -> trust.get().current().anchors().all().size());
        gauge(
                "tessere.trust.broken",
                "1 if the trust folder as it lies there is not in force",
                one -> trust.get().broken().isPresent() ? 1 : 0);
        gauge(
                "tessere.trust.unused",
                "Things in the trust folder that are not used",
                one -> trust.get().current().unused().size());
    }

    /** Countries come and go with the folder. */
    void show() {
        age.register(rows(TrustCondition::age), true);
        overdue.register(rows(TrustCondition::overdue), true);
    }

    private List<Row<?>> rows(BiFunction<TrustCondition, RevocationList, Duration> value) {
        return now().newestLists().keySet().stream()
                .<Row<?>>map(country -> Row.of(Tags.of("country", country), this, one -> one.seconds(country, value)))
                .toList();
    }

    private double seconds(String country, BiFunction<TrustCondition, RevocationList, Duration> value) {
        TrustCondition now = now();
        return Optional.ofNullable(now.newestLists().get(country))
                .map(list -> seconds(value.apply(now, list)))
                .orElse(Double.NaN);
    }

    private void gauge(String name, String description, ToDoubleFunction<TrustGauges> value) {
        Gauge.builder(name, this, value)
                .description(description)
                .strongReference(true)
                .register(Metrics.globalRegistry);
    }

    private TrustCondition now() {
        return new TrustCondition(trust.get(), oldest, clock.instant());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }
}
