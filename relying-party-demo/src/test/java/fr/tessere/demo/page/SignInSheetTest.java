package fr.tessere.demo.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignInSheetTest {
    @Test
    void showsTheDocumentsDataInThePersonsLanguage() {
        SignInSheet sheet = sheet(Map.of(
                "family_name",
                "MARTIN",
                "birthdate",
                "1990-07-13",
                "nationalities",
                List.of("FRA"),
                "age_over_18",
                true));
        assertThat(sheet.identity(Locale.FRENCH))
                .containsExactly(
                        Line.plain("label.family_name", "MARTIN"),
                        Line.plain("label.birthdate", "13 juillet 1990"),
                        Line.plain("label.nationalities", "France (FRA)"),
                        Line.text("label.age_over_18", "age_over_18.true"));
    }

    @Test
    void namesGermanyByTheOneLetterItsDocumentsCarry() {
        assertThat(sheet(Map.of("issuing_state", "D", "nationalities", List.of("UTO")))
                        .identity(Locale.ENGLISH))
                .containsExactly(
                        Line.plain("label.nationalities", "UTO"), Line.plain("label.issuing_state", "Germany (D)"));
    }

    @Test
    void showsABirthDateOfWhichOnlyTheYearIsKnownAsItCame() {
        assertThat(sheet(Map.of("birthdate", "1990")).identity(Locale.ENGLISH))
                .containsExactly(Line.plain("label.birthdate", "1990"));
    }

    @Test
    void saysWhatWasProven() {
        SignInSheet sheet = sheet(Map.of(
                "acr", "eidas1",
                "amr", List.of("hwk", "pop"),
                "tessere_evidence",
                        Map.of("proof", "none", "weaknesses", List.of("sha-1", "a-new-word"), "specimen", true)));
        assertThat(sheet.proof(Locale.ENGLISH))
                .containsExactly(
                        Line.text("label.acr", "acr.eidas1"),
                        Line.text("label.amr", "amr.hwk"),
                        Line.text("label.proof", "proof.none"),
                        Line.text("label.weaknesses", "weaknesses.sha-1"),
                        Line.text("label.weaknesses", "weaknesses.other"));
        assertThat(sheet.specimen()).isTrue();
    }

    @Test
    void showsWordsItDoesNotKnowAsTheyCame() {
        assertThat(sheet(Map.of("tessere_evidence", Map.of("proof", "new-proof")))
                        .proof(Locale.ENGLISH))
                .containsExactly(Line.plain("label.proof", "new-proof"));
    }

    @Test
    void hasNoLinesForWhatTheProviderLeftOut() {
        SignInSheet sheet = sheet(Map.of("sub", "somebody"));
        assertThat(sheet.identity(Locale.ENGLISH)).isEmpty();
        assertThat(sheet.proof(Locale.ENGLISH)).isEmpty();
        assertThat(sheet.specimen()).isFalse();
    }

    private static SignInSheet sheet(Map<String, Object> claims) {
        return new SignInSheet(() -> claims);
    }
}
