package fr.tessere.operations.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.audit.sql.SqlVitals.LogVitals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A log that does not grow, or is not signed, is told")
class LogConditionTest {
    private static final Instant NOW = Instant.parse("2026-11-26T01:00:00Z");

    @ParameterizedTest(name = "oldest waits {0} s, head is {1} s old, looked at {2} s ago: [{3}]")
    @CsvSource({
        "0, 0, 0, ''",
        "30, 600, 60, ''",
        "31, 0, 0, entries-wait.town",
        "0, 601, 0, head-old.town",
        "31, 601, 0, entries-wait.town head-old.town",
        "0, 0, 61, logs-not-seen",
    })
    void ages(long waits, long head, long looked, String faults) {
        LogVitals log =
                new LogVitals("id", 7, 2, Optional.of(NOW.minusSeconds(waits)), Optional.of(NOW.minusSeconds(head)), 0);
        assertThat(faults(Optional.of(
                        new Vitals.Seen(NOW.minusSeconds(looked), Map.of("town", new Vitals.OneLog(log, 0, 0))))))
                .isEqualTo(faults);
    }

    @ParameterizedTest(name = "{0} proofs do not hold, {1} deliveries were given up: [{2}]")
    @CsvSource({
        "1, 0, log-unproven.town",
        "0, 2, alerts-undelivered.town",
        "3, 1, log-unproven.town alerts-undelivered.town",
    })
    void whatNobodyHasAcknowledged(long unproven, long undelivered, String faults) {
        LogVitals log = new LogVitals("id", 7, 0, Optional.empty(), Optional.of(NOW), 0);
        assertThat(faults(Optional.of(
                        new Vitals.Seen(NOW, Map.of("town", new Vitals.OneLog(log, unproven, undelivered))))))
                .isEqualTo(faults);
    }

    @Test
    void aServerThatHasNotLookedYetIsNotWell() {
        assertThat(faults(Optional.empty())).isEqualTo("logs-not-seen");
    }

    private static String faults(Optional<Vitals.Seen> seen) {
        List<String> faults = new ArrayList<>();
        new LogCondition(seen, NOW).tell(faults, new HashMap<>());
        return String.join(" ", faults);
    }
}
