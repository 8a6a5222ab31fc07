package fr.tessere.claims.pivot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.tessere.claims.places.BirthLocation;
import fr.tessere.verification.identity.BirthDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The identité pivot")
class PivotTest {
    private static final BirthLocation AJACCIO = new BirthLocation("2A004", "99100");
    private static final BirthLocation MOROCCO = new BirthLocation("", "99350");

    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "1991, 7, 13, 1991-07-13",
        "1991, 7, 0, 1991-07-00",
        "1991, 0, 0, 1991-00-00",
    })
    void aPresumedBirthDateHasZeros(int year, int month, int day, String text) {
        assertThat(Pivot.birthdate(new BirthDate(year, month, day))).isEqualTo(text);
    }

    @Test
    void whatNobodyKnowsIsLeftOut() {
        Pivot pivot = Pivot.of(status("", new BirthDate(0, 0, 0), "X", Optional.empty()), Declared.NOTHING);

        assertThat(pivot.claims()).containsOnlyKeys("family_name");
    }

    @Test
    void eachClaimKnowsWhereItComesFrom() {
        Pivot pivot = Pivot.of(
                status("Maëlle", new BirthDate(1991, 7, 13), "F", Optional.empty()),
                new Declared(Optional.of(MOROCCO), Optional.of("m@example.org"), Optional.of("Dupont")));

        assertThat(pivot.claims())
                .containsEntry("gender", "female")
                .containsEntry("birthplace", "")
                .containsEntry("birthcountry", "99350")
                .containsEntry("preferred_username", "Dupont")
                .containsEntry("email", "m@example.org");
        assertThat(pivot.origins())
                .containsEntry("family_name", Origin.ADDITIONAL_DETAILS)
                .containsEntry("gender", Origin.MACHINE_READABLE_ZONE)
                .containsEntry("birthcountry", Origin.SELF_DECLARED)
                .containsEntry("email", Origin.SELF_DECLARED)
                .hasSameSizeAs(pivot.claims());
    }

    @Test
    void whatTheStateSignedIsNotReplacedByWhatThePersonSays() {
        Pivot pivot = Pivot.of(
                status("Maëlle", new BirthDate(1991, 7, 13), "F", Optional.of(AJACCIO)),
                new Declared(Optional.of(MOROCCO), Optional.empty(), Optional.empty()));

        assertThat(pivot.claims()).containsEntry("birthplace", "2A004");
        assertThat(pivot.origins()).containsEntry("birthplace", Origin.ADDITIONAL_DETAILS);
    }

    @ParameterizedTest(name = "{index}: {0}")
    @ValueSource(strings = {"", "a", "a@b", "a b@c.fr", "a@b..fr", "a@@b.fr", "a@b.fr\n", "<a@b.fr>", "é@b.fr"})
    void noAddressOfEmail(String text) {
        assertThatThrownBy(() -> new Declared(Optional.empty(), Optional.of(text), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{index}: {0}")
    @ValueSource(strings = {"", " ", "<b>", "1", "Dupont\n", "-"})
    void noName(String text) {
        assertThat(Declared.isName(text)).isFalse();
    }

    @ParameterizedTest(name = "{index}: {0}")
    @ValueSource(strings = {"Dupont", "d'Artagnan", "Le Goff-Ménard", "Ñandú", "X"})
    void names(String text) {
        assertThat(Declared.isName(text)).isTrue();
    }

    @Test
    void nothingOfItIsPrinted() {
        assertThat(Pivot.of(status("Maëlle", new BirthDate(1991, 7, 13), "F", Optional.empty()), Declared.NOTHING))
                .hasToString("Pivot[family_name, given_name, birthdate, gender]");
    }

    private static SignedCivilStatus status(
            String givenNames, BirthDate born, String sex, Optional<BirthLocation> birth) {
        return new SignedCivilStatus(
                "Spécimen", givenNames, born, sex, birth, Origin.ADDITIONAL_DETAILS, Origin.ADDITIONAL_DETAILS);
    }
}
