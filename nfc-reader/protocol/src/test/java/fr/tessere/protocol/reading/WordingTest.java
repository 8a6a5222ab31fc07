package fr.tessere.protocol.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordingTest {
    private final Wording english = new Wording(Locale.ENGLISH);
    private final Wording french = new Wording(Locale.FRENCH);

    @ParameterizedTest
    @EnumSource(RefusalCode.class)
    void everyRefusalSaysInBothLanguagesWhatHappenedAndWhatToDoNext(RefusalCode code) {
        assertThat(code.word()).matches("[a-z]+(-[a-z]+)*");
        assertThat(RefusalCode.ofWord(code.word())).contains(code);
        assertThat(english.happened(code)).endsWith(".").isNotEqualTo(french.happened(code));
        assertThat(english.next(code)).endsWith(".").isNotEqualTo(french.next(code));
    }

    @ParameterizedTest
    @EnumSource(RefusalCode.class)
    void everyRefusalNamesWhomToAskInBothLanguages(RefusalCode code) {
        Contact contact = Contact.of(code);
        assertThat(english.ask(contact)).endsWith(".").isNotEqualTo(french.ask(contact));
        assertThat(english.about(contact)).isNotBlank().isNotEqualTo(french.about(contact));
        assertThat(english.more(code).isPresent()).isEqualTo(french.more(code).isPresent());
    }

    @Test
    void theIssuerIsAskedAboutTheDocumentAndNobodyElse() {
        assertThat(Contact.of(RefusalCode.CAN_WRONG)).isEqualTo(Contact.READER);
        assertThat(Contact.of(RefusalCode.RETURN_CODE_WRONG)).isEqualTo(Contact.SERVICE);
        assertThat(Contact.of(RefusalCode.CHIP_NOT_ORIGINAL)).isEqualTo(Contact.ISSUER);
        assertThat(Contact.of(RefusalCode.PENDING_READING_INVALID)).isEqualTo(Contact.SERVICE);
    }

    @ParameterizedTest
    @EnumSource(RefusalCode.class)
    void anotherLanguageReadsEnglish(RefusalCode code) {
        assertThat(new Wording(Locale.GERMAN).happened(code)).isEqualTo(english.happened(code));
    }
}
