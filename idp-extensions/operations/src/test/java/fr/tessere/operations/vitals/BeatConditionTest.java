package fr.tessere.operations.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A thread of ours that stands still is told")
class BeatConditionTest {
    @Test
    void whoeverIsAwaitedForMoreThanTenMinutes() {
        List<String> faults = new ArrayList<>();
        new BeatCondition(new TreeMap<>(Map.of(
                        "alerts", Duration.ofSeconds(601),
                        "erasing", Duration.ofDays(2),
                        "log", Duration.ofSeconds(600),
                        "trust", Duration.ZERO)))
                .tell(faults);
        assertThat(faults).containsExactly("clock-stands.alerts", "clock-stands.erasing");
    }
}
