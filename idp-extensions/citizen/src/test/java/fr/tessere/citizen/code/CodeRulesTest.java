package fr.tessere.citizen.code;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.citizen.code.CodeRules.Fault;
import fr.tessere.verification.identity.BirthDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Which six digits may become a personal code")
class CodeRulesTest {
    private static final BirthDate BIRTH = new BirthDate(1991, 7, 13);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "12345, NO_SIX_DIGITS",
        "1234567, NO_SIX_DIGITS",
        "12345a, NO_SIX_DIGITS",
        "'', NO_SIX_DIGITS",
        "١٢٣٤٥٦, NO_SIX_DIGITS",
        "000000, REPEATED",
        "777777, REPEATED",
        "121212, REPEATED",
        "427427, REPEATED",
        "112233, REPEATED",
        "555888, REPEATED",
        "123456, SEQUENCE",
        "234567, SEQUENCE",
        "567890, SEQUENCE",
        "012345, SEQUENCE",
        "987654, SEQUENCE",
        "098765, SEQUENCE",
        "130791, BIRTH_DATE",
        "071391, BIRTH_DATE",
        "910713, BIRTH_DATE",
        "911307, BIRTH_DATE",
        "199107, BIRTH_DATE",
        "071991, BIRTH_DATE",
        "131991, BIRTH_DATE",
        "199113, BIRTH_DATE",
    })
    void refused(String code, Fault fault) {
        assertThat(CodeRules.faultOf(code, BIRTH)).contains(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"274915", "100001", "130792", "123457", "555889"})
    void accepted(String code) {
        assertThat(CodeRules.faultOf(code, BIRTH)).isEmpty();
    }

    @Test
    void aDateWhoseDayAndMonthAreTheSame() {
        assertThat(CodeRules.faultOf("090969", new BirthDate(1969, 9, 9))).contains(Fault.BIRTH_DATE);
        assertThat(CodeRules.faultOf("274915", new BirthDate(1969, 9, 9))).isEmpty();
    }

    @Test
    void aDateOfWhichPartsAreUnknownForbidsWhatIsKnown() {
        assertThat(CodeRules.faultOf("196408", new BirthDate(1964, 8, 0))).contains(Fault.BIRTH_DATE);
        assertThat(CodeRules.faultOf("196408", new BirthDate(1964, 0, 0))).isEmpty();
    }
}
