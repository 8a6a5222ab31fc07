package fr.tessere.keycloak.officer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.verification.evidence.RevocationGrade;
import fr.tessere.verification.trust.TrustFault;
import fr.tessere.verification.trust.Vouching;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The officers' page about trust has words for whatever it may have to say")
class TrustTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void inBothLanguages(String language) {
        OfficerTexts texts = new OfficerTexts(Locale.forLanguageTag(language));
        List<String> keys = Stream.of(
                        Arrays.stream(TrustFault.values()).map(fault -> "trust.fault." + fault.word()),
                        Arrays.stream(Vouching.values()).map(vouching -> "trust.vouching." + vouching.word()),
                        Arrays.stream(RevocationGrade.values()).map(grade -> "trust.revocation." + grade.word()),
                        Stream.of("signer-added", "signer-removed", "list-added", "list-removed")
                                .map(change -> "trust.change." + change))
                .flatMap(all -> all)
                .toList();

        assertThat(keys).allSatisfy(key -> assertThat(texts.of(key)).isNotBlank());
    }
}
