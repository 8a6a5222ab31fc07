package fr.tessere.release.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page of consent begins with the name, as a person would")
class ReadingOrderTest {
    @Test
    void nameBeforeDatesBeforeTheDocumentAndWhatIsUnknownLast() {
        assertThat(Stream.of(
                                "zodiac",
                                "issuing_state",
                                "age_over_18",
                                "birthdate",
                                "gender",
                                "given_name",
                                "family_name",
                                "aura")
                        .sorted(new ReadingOrder()))
                .containsExactly(
                        "family_name",
                        "given_name",
                        "birthdate",
                        "gender",
                        "age_over_18",
                        "issuing_state",
                        "aura",
                        "zodiac");
    }
}
