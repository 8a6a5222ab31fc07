package fr.tessere.citizen.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.keycloak.models.RealmModel;

/**
 * What follows wrong codes: some tries at once, then delays, then no more.
 *
 * @param free wrong codes without a delay; the delays begin behind the last of them
 * @param delays behind each further one; behind the last delay one more wrong code blocks
 */
public record TryPolicy(int free, List<Duration> delays) {
    /** Realm attribute: the delays in seconds, separated by commas. */
    public static final String ATTRIBUTE = "tessere.code-delays";
    /** Three wrong codes, then half a minute, 2 minutes, 10 minutes, an hour. */
    public static final TryPolicy DEFAULT = new TryPolicy(
            3, List.of(Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(10), Duration.ofHours(1)));

    public TryPolicy {
        delays = List.copyOf(delays);
    }

    /** That of a realm; the default if its attribute is missing or cannot be read. */
    public static TryPolicy of(RealmModel realm) {
        String text = realm.getAttribute(ATTRIBUTE);
        if (text == null || !text.matches("[0-9]{1,7}(,[0-9]{1,7}){0,19}")) {
            return DEFAULT;
        }
        return new TryPolicy(
                DEFAULT.free,
                Arrays.stream(text.split(","))
                        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                        .toList());
    }

    /** True if no further code is looked at behind that many wrong ones. */
    boolean blocks(int wrong) {
        return wrong >= free + delays.size();
    }

    /**
     * Until when nobody may try behind that many wrong ones, the last of them at this time. Long ago if there is no delay: of
     * two tries at once the one that began first may come second, and is not to be told to wait.
     */
    Instant next(int wrong, Instant at) {
        return wrong < free || blocks(wrong) ? Instant.EPOCH : at.plus(delays.get(wrong - free));
    }
}
