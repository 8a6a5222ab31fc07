package fr.tessere.claims.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Names of places become codes of the COG")
class GazetteerTest {
    private static final Gazetteer GAZETTEER = Gazetteer.load();

    @Nested
    @DisplayName("never invented")
    class Unknown {
        @ParameterizedTest(name = "{index}: {0}")
        @ValueSource(
                strings = {"", "   ", "Châteauspécimen", "Atlantis, Maroc du Sud", "Paris 21", "Lyon 10e", "<<<", "()"})
        void whatIsNotInTheListHasNoCode(String printed) {
            assertThat(GAZETTEER.printed(printed, "FRA")).isEqualTo(Resolution.UNKNOWN);
        }

        @ParameterizedTest(name = "{0}: {1} or more")
        @CsvSource({"Saint-Denis, 4", "Paris, 20", "LYON, 9", "Marseille, 16", "ST MARTIN, 4"})
        void whatMayBeSeveralPlacesIsAskedForAndNotGuessed(String printed, int least) {
            Resolution resolution = GAZETTEER.printed(printed, "FRA");

            assertThat(resolution.location()).isEmpty();
            assertThat(resolution.choices()).hasSizeGreaterThanOrEqualTo(least);
        }

        @Test
        void aPlaceWithoutCountryOnAForeignDocumentIsNotTakenForAFrenchOne() {
            assertThat(GAZETTEER.printed("Vienne", "AUT")).isEqualTo(Resolution.UNKNOWN);
        }

        @Test
        void aDepartementThatTheCommuneIsNotInLeavesNothing() {
            assertThat(GAZETTEER.printed("Ajaccio (Rhône)", "FRA")).isEqualTo(Resolution.UNKNOWN);
        }
    }

    @Nested
    @DisplayName("in France")
    class InFrance {
        @ParameterizedTest(name = "{0} is {1}")
        @CsvSource({
            "Ajaccio, 2A004",
            "BASTIA, 2B033",
            "PARIS 13E ARRONDISSEMENT, 75113",
            "Paris 1er, 75101",
            "PARIS 08, 75108",
            "Lyon 3e (Rhône), 69383",
            "MARSEILLE 16, 13216",
            "L'Abergement-Clémenciat, 01001",
            "l abergement clemenciat, 01001",
            "Saint-Denis (La Réunion), 97411",
            "'SAINT-DENIS, 93', 93066",
            "ST DENIS<974, 97411",
            "Papeete, 98735",
            "Œuilly (Marne), 51410",
            "'Bordeaux, Gironde, France', 33063",
            "'Fort-de-France, Martinique', 97209",
        })
        void communesAndDistrictsHaveTheirCode(String printed, String code) {
            assertThat(GAZETTEER.printed(printed, "FRA").location()).contains(new BirthLocation(code, Country.FRANCE));
        }

        @ParameterizedTest(name = "{index}: {0}")
        @CsvSource({"Arbignieu, 01015", "Cordieux, 01120"})
        void communesThatWereMergedKeepTheirs(String name, String code) {
            assertThat(GAZETTEER.inFrance(name).location()).contains(new BirthLocation(code, Country.FRANCE));
        }

        @ParameterizedTest(name = "{0} is {1} now")
        @CsvSource({"20004, 2A004", "20033, 2B033", "69232, 69123", "2A004, 2A004"})
        void aFormerCodeLeadsToThePresentPlace(String code, String present) {
            assertThat(GAZETTEER.ofCode(code).map(Place::code)).contains(present);
        }

        @ParameterizedTest(name = "{index}: {0}")
        @ValueSource(strings = {"", "99999", "2C004", "75121", "7501", "２A004"})
        void noOtherCodeIsAPlace(String code) {
            assertThat(GAZETTEER.ofCode(code)).isEmpty();
        }
    }

    @Nested
    @DisplayName("abroad")
    class Abroad {
        @ParameterizedTest(name = "{0} of a document of {1}: {2}")
        @CsvSource({
            "'Casablanca, Maroc', FRA, 99350",
            "CASABLANCA (MAROC), FRA, 99350",
            "'Lisbon, Portugal', PRT, 99139",
            "'Abidjan<Côte d’Ivoire', FRA, 99326",
            "'Berlin, D', D, 99109",
            "'London, GBR', GBR, 99132",
            "'Pristina, RKS', FRA, 99157",
            "'Vienne, Autriche', FRA, 99110",
        })
        void theCountryHasACodeAndThePlaceNone(String printed, String issuer, String code) {
            assertThat(GAZETTEER.printed(printed, issuer).location()).contains(new BirthLocation("", code));
        }

        @Test
        void aFrenchPlaceOnAForeignDocumentThatNamesFranceIsFound() {
            assertThat(GAZETTEER.printed("Bordeaux, France", "PRT").location())
                    .contains(new BirthLocation("33063", Country.FRANCE));
        }

        @Test
        void franceIsNotAbroadAndNeitherIsWhatIsNoCountry() {
            assertThat(GAZETTEER.abroad("FRA")).isEmpty();
            assertThat(GAZETTEER.abroad("REU")).isEmpty();
            assertThat(GAZETTEER.abroad("UTO")).isEmpty();
        }

        @Test
        void everyCountryHasANameInBothLanguages() {
            List<Country> french = GAZETTEER.countries(Locale.FRENCH);

            assertThat(french).hasSizeGreaterThan(220);
            assertThat(french)
                    .allSatisfy(
                            country -> assertThat(country.name(Locale.FRENCH)).hasSizeGreaterThan(2));
            assertThat(GAZETTEER.countries(Locale.ENGLISH)).hasSameSizeAs(french);
        }
    }
}
