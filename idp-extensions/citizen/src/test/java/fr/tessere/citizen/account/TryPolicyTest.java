package fr.tessere.citizen.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What follows a wrong code")
class TryPolicyTest {
    private static final Instant AT = Instant.parse("2026-11-26T09:00:00.250Z");

    @ParameterizedTest(name = "behind the wrong code number {0}: {1} seconds")
    @CsvSource({"3, 30", "4, 120", "5, 600", "6, 3600"})
    void fromTheThirdOnADelayThatGrows(int wrong, long seconds) {
        assertThat(TryPolicy.DEFAULT.next(wrong, AT)).isEqualTo(AT.plusSeconds(seconds));
        assertThat(TryPolicy.DEFAULT.blocks(wrong)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void behindTheFirstTwoNobodyWaitsNotEvenOneWhoBeganEarlier(int wrong) {
        assertThat(TryPolicy.DEFAULT.next(wrong, AT)).isBefore(AT.minusSeconds(60));
    }

    @Test
    void theSeventhBlocks() {
        assertThat(TryPolicy.DEFAULT.blocks(7)).isTrue();
    }
}
