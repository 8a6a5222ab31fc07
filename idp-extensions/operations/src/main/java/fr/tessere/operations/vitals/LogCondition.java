package fr.tessere.operations.vitals;

import fr.tessere.audit.sql.SqlVitals.LogVitals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the logs grow, are signed and hold, and whether somebody hears of it. */
final class LogCondition {
    /** Twenty times what an entry usually waits, and long enough for another node to take over. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    /** A log that does not grow is signed anew every five minutes. */
    static final Duration OLDEST_HEAD = Duration.ofMinutes(10);
    /** The look itself must be of now. */
    static final Duration OLDEST_LOOK = Duration.ofMinutes(1);

    private final Optional<Vitals.Seen> seen;
    private final Instant now;

    LogCondition(Optional<Vitals.Seen> seen, Instant now) {
        this.seen = seen;
        this.now = now;
    }

    void tell(List<String> faults, Map<String, Long> numbers) {
        if (seen.isEmpty() || isOver(seen.get().at(), OLDEST_LOOK)) {
            faults.add("logs-not-seen");
            return;
        }
        seen.get().logs().forEach((realm, one) -> {
            LogVitals log = one.tables();
            numbers.put("waiting." + realm, log.waiting());
            log.oldest().ifPresent(oldest -> {
                numbers.put("waiting-seconds." + realm, seconds(oldest));
                if (isOver(oldest, LONGEST_WAIT)) {
                    faults.add("entries-wait." + realm);
                }
            });
            log.head().ifPresent(head -> {
                numbers.put("head-seconds." + realm, seconds(head));
                if (isOver(head, OLDEST_HEAD)) {
                    faults.add("head-old." + realm);
                }
            });
            if (one.unproven() > 0) {
                faults.add("log-unproven." + realm);
            }
            if (one.undelivered() > 0) {
                faults.add("alerts-undelivered." + realm);
            }
        });
    }

    private boolean isOver(Instant at, Duration longest) {
        return Duration.between(at, now).compareTo(longest) > 0;
    }

    private long seconds(Instant at) {
        return Math.max(0, Duration.between(at, now).toSeconds());
    }
}
