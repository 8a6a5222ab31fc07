package fr.tessere.specimen.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("ICAO 9303 parts 3 to 6: the machine readable zone")
class MachineReadableZoneTest {
    private static final Holder ANNA =
            new Holder("Eriksson", "Anna Maria", new BirthDate("1974-08-12"), "F", "UTO", "", "");

    private static Paper paper(Paper.Layout layout, String code, String number) {
        return new Paper(layout, code, "UTO", number, LocalDate.of(2007, 4, 16), LocalDate.of(2012, 4, 15), "");
    }

    @Nested
    @DisplayName("printed examples")
    class PrintedExamples {
        @Test
        void identityCardOfPart5() {
            assertThat(MachineReadableZone.of(paper(Paper.Layout.TD1, "I", "D23145890"), ANNA)
                            .lines())
                    .containsExactly(
                            "I<UTOD231458907<<<<<<<<<<<<<<<",
                            "7408122F1204159UTO<<<<<<<<<<<6",
                            "ERIKSSON<<ANNA<MARIA<<<<<<<<<<");
        }

        @Test
        void cardOfPart6() {
            assertThat(MachineReadableZone.of(paper(Paper.Layout.TD2, "I", "D23145890"), ANNA)
                            .lines())
                    .containsExactly("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6");
        }

        @Test
        void longDocumentNumberOfPart5() {
            MachineReadableZone zone = MachineReadableZone.of(paper(Paper.Layout.TD1, "I", "D23145890734"), ANNA);
            assertThat(zone.lines().get(0)).isEqualTo("I<UTOD23145890<7349<<<<<<<<<<<");
            assertThat(zone.information().characters()).isEqualTo("D23145890734974081221204159");
        }
    }

    @Nested
    @DisplayName("part 3 §6: transliteration")
    class Letters {
        @ParameterizedTest
        @CsvSource({
            "Maëlle Françoise, MAELLE<FRANCOISE",
            "Lenœud, LENOEUD",
            "Groß, GROSS",
            "Åsa, AASA",
            "Müller-Łódź, MUELLER<LODZ",
            "Þór, THOR",
            "Øđegård, OEDEGAARD",
            "Şükrü Ñandú, SUEKRUE<NANDU",
            "İnanç, INANC"
        })
        void writesLettersOfEuropeInAToZ(String name, String written) {
            assertThat(Transliteration.of(name)).isEqualTo(written);
        }

        @Test
        void leavesApostrophesOut() {
            assertThat(Transliteration.of("d'Exemple")).isEqualTo("DEXEMPLE");
            assertThat(Transliteration.of("L’Exemple")).isEqualTo("LEXEMPLE");
        }
    }

    @Nested
    @DisplayName("part 3 §4: names and dates that do not fit")
    class Cut {
        @Test
        void aLongNameEndsInALetterAndShowsBothParts() {
            Holder long1 =
                    ANNA.withFamilyName("Nilavadhanananda Papandropoulous").withGivenNames("Chayapa");
            String names = MachineReadableZone.of(paper(Paper.Layout.TD1, "I", "D23145890"), long1)
                    .lines()
                    .get(2);
            assertThat(names).hasSize(30).matches("[A-Z<]*[A-Z]<<[A-Z]+");
        }

        @Test
        void anUnknownBirthDateIsFilledUp() {
            Holder unknown = ANNA.bornOn(new BirthDate("1957-XX-XX"));
            MachineReadableZone zone = MachineReadableZone.of(paper(Paper.Layout.TD1, "I", "D23145890"), unknown);
            assertThat(zone.lines().get(1)).startsWith("57<<<<");
            assertThat(zone.information().characters()).contains("57<<<<");
        }
    }
}
