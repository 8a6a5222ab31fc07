package fr.tessere.journal.keys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.journal.keys.KeyedDigests.Kind;
import java.time.Instant;
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
}
