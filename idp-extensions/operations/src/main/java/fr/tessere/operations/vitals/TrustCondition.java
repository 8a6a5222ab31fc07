package fr.tessere.operations.vitals;

import fr.tessere.verification.trust.RevocationList;
import fr.tessere.verification.trust.TrustState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How old what is trusted is, and whether the folder can be used as it lies there. */
final class TrustCondition {
    /** The folder is looked at every few seconds. */
    static final Duration OLDEST_LOOK = Duration.ofMinutes(1);

    private final TrustState state;
    private final Duration oldest;
    private final Instant now;

    /** Older than this is old, operators say. */
    TrustCondition(TrustState state, Duration oldest, Instant now) {
        this.state = state;
        this.oldest = oldest;
        this.now = now;
    }

    void tell(List<String> faults, Map<String, Long> numbers) {
        numbers.put("trust-seconds", age().toSeconds());
        numbers.put(
                "trust-looked-seconds", Duration.between(state.looked(), now).toSeconds());
        numbers.put("trust-signers", (long) state.current().anchors().all().size());
        newestLists()
                .forEach((country, list) ->
                        numbers.put("crl-seconds." + country, age(list).toSeconds()));
        if (state.broken().isPresent()) {
            faults.add("trust-broken." + state.broken().get().fault().word());
        }
        if (age().compareTo(oldest) > 0) {
            faults.add("trust-old");
        }
        if (Duration.between(state.looked(), now).compareTo(OLDEST_LOOK) > 0) {
            faults.add("trust-not-looked-at");
        }
    }

    /** Since the newest list in the folder was made by its State; since the folder came into force, if there is no list. */
    Duration age() {
        return Duration.between(state.current().newestList().orElse(state.since()), now);
    }

    /** Of each country the revocation list that was made last. */
    Map<String, RevocationList> newestLists() {
        Map<String, RevocationList> newest = new TreeMap<>();
        state.current()
                .anchors()
                .revocationLists()
                .forEach(list -> newest.merge(
                        list.country(),
                        list,
                        (one, other) -> one.thisUpdate().isAfter(other.thisUpdate()) ? one : other));
        return newest;
    }

    Duration age(RevocationList list) {
        return Duration.between(list.thisUpdate(), now);
    }

    /** By how much it is over; negative while it is fresh. Lists that do not say are over since they were made. */
    Duration overdue(RevocationList list) {
        Instant next = list.nextUpdate().equals(Instant.EPOCH) ? list.thisUpdate() : list.nextUpdate();
        return Duration.between(next, now);
    }
}
