package fr.tessere.operations.vitals;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Whether those who work by the clock still do.
 *
 * @param late for how long each has been awaited, by name
 */
record BeatCondition(Map<String, Duration> late) {
    /** Longer than the longest turn of a server that is well. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    void tell(List<String> faults) {
        late.forEach((name, awaited) -> {
            if (awaited.compareTo(LONGEST) > 0) {
                faults.add("clock-stands." + name);
            }
        });
    }
}
