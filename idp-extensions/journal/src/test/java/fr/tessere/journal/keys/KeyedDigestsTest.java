package fr.tessere.journal.keys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.journal.keys.KeyedDigests.Kind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("People and documents are named by digests that change every day")
class KeyedDigestsTest {
    private static final byte[] KEY = new byte[32];
    private static final Instant MORNING = Instant.parse("2026-11-26T00:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-11-26T23:59:59Z");

    @Test
    void oneDigestADay() {
        String digest = KeyedDigests.digest(KEY, Kind.PERSON, "account", MORNING);

        assertThat(digest).hasSize(22).isEqualTo(KeyedDigests.digest(KEY, Kind.PERSON, "account", EVENING));
        assertThat(KeyedDigests.digest(KEY, Kind.PERSON, "account", EVENING.plusSeconds(1)))
                .isNotEqualTo(digest);
    }

    @Test
    void anotherOneForAnotherKindValueOrKey() {
        String digest = KeyedDigests.digest(KEY, Kind.PERSON, "account", MORNING);
        byte[] other = KEY.clone();
        other[0] = 1;

        assertThat(KeyedDigests.digest(KEY, Kind.DOCUMENT, "account", MORNING)).isNotEqualTo(digest);
        assertThat(KeyedDigests.digest(KEY, Kind.PERSON, "accounts", MORNING)).isNotEqualTo(digest);
        assertThat(KeyedDigests.digest(other, Kind.PERSON, "account", MORNING)).isNotEqualTo(digest);
    }

    /** Last Tuesday may lie in another month, and each month has a key of its own. */
    @Test
    void allDaysAreFoundWhoseMonthsHaveTheirKeys() {
        byte[] october = filled(10);
        byte[] november = filled(11);
        Map<String, byte[]> keys = Map.of("2026-10", october, "2026-11", november);

        List<String> days = KeyedDigests.ofAllDays(
                day -> Optional.ofNullable(keys.get(MonthKeys.month(day))),
                Kind.DOCUMENT,
                "document",
                Instant.parse("2026-11-12T09:00:00Z"));

        assertThat(days)
                .as("31 days of October and 12 of November, each by the key of its month")
                .hasSize(43)
                .doesNotHaveDuplicates()
                .contains(
                        KeyedDigests.digest(november, Kind.DOCUMENT, "document", Instant.parse("2026-11-12T00:30:00Z")),
                        KeyedDigests.digest(november, Kind.DOCUMENT, "document", Instant.parse("2026-11-04T23:59:59Z")),
                        KeyedDigests.digest(november, Kind.DOCUMENT, "document", Instant.parse("2026-11-01T00:00:00Z")),
                        KeyedDigests.digest(october, Kind.DOCUMENT, "document", Instant.parse("2026-10-31T23:59:59Z")),
                        KeyedDigests.digest(october, Kind.DOCUMENT, "document", Instant.parse("2026-10-01T00:00:00Z")))
                .doesNotContain(
                        KeyedDigests.digest(october, Kind.DOCUMENT, "document", Instant.parse("2026-11-04T12:00:00Z")));
    }

    private static byte[] filled(int value) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) value);
        return key;
    }
}
