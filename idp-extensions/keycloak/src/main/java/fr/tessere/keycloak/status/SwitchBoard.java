package fr.tessere.keycloak.status;

import fr.tessere.verification.assurance.KillSwitches;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The switches as this node knows them: at most one second old whenever they are asked for. A node asks the database for
 * the number of changes when its knowledge is older, and for the switches when the number has grown; no message between
 * nodes can be lost, and no timer can die unnoticed.
 */
final class SwitchBoard {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** What this realm's switches are at this time. */
    KillSwitches of(String realm, Instant at, Supplier<SwitchTable> table) {
        Known now = known.get(realm);
        // a clock that was set back must not make old knowledge last
        if (now == null || at.isBefore(now.asked()) || !at.isBefore(now.asked().plus(FRESH))) {
            now = ask(now, at, table.get());
            known.put(realm, now);
        }
        return now.switches();
    }

    private static Known ask(@Nullable Known before, Instant at, SwitchTable table) {
        // number first: a change between the two questions is seen next time
        long version = table.version();
        if (before != null && before.version() == version) {
            return new Known(version, before.switches(), at);
        }
        return new Known(version, table.switches(), at);
    }

    private record Known(long version, KillSwitches switches, Instant asked) {}
}
