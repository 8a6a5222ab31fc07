package fr.tessere.claims.minimal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.verification.identity.BirthDate;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The least that answers the question")
class MinimalAnswersTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    @ParameterizedTest(name = "{0}-{1}-{2}: {3} {4} {5} {6}")
    @CsvSource({
        "2013, 11, 27, false, false, false, false",
        "2013, 11, 26, true, false, false, false",
        "2010, 11, 26, true, true, false, false",
        "2008, 11, 27, true, true, false, false",
        "2008, 11, 26, true, true, true, false",
        "1961, 11, 26, true, true, true, true",
        "2008, 0, 0, true, true, false, false",
        "2007, 0, 0, true, true, true, false",
        "2008, 11, 0, true, true, false, false",
    })
    void agesAreTrueOnlyIfTheyAreCertain(
            int year, int month, int day, boolean over13, boolean over16, boolean over18, boolean over65) {
        assertThat(MinimalAnswers.of(new BirthDate(year, month, day), "FRA", NOW))
                .containsEntry("age_over_13", over13)
                .containsEntry("age_over_16", over16)
                .containsEntry("age_over_18", over18)
                .containsEntry("age_over_65", over65)
                .containsEntry("birth_year", String.valueOf(year));
    }

    @Test
    void anUnknownYearAnswersNothingAboutAge() {
        assertThat(MinimalAnswers.of(new BirthDate(0, 0, 0), "FRA", NOW)).isEqualTo(Map.of("eu_national", true));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"FRA, true", "D, true", "HRV, true", "GBR, false", "CHE, false", "UTO, false", "NOR, false"})
    void theUnionInsteadOfTheNation(String nationality, boolean member) {
        assertThat(MinimalAnswers.of(new BirthDate(2000, 1, 1), nationality, NOW))
                .containsEntry("eu_national", member);
    }
}
