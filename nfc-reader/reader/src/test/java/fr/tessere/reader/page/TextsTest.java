package fr.tessere.reader.page;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.reader.script.ReadingStep;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    @ParameterizedTest
    @ValueSource(strings = {"fr.tessere.reader.page.texts", "fr.tessere.reader.cli.help"})
    void haveTheSameKeysInBothLanguages(String name) {
        ResourceBundle english = Texts.bundle(name, Locale.ENGLISH);
        ResourceBundle french = Texts.bundle(name, Locale.FRENCH);
        assertThat(french.getLocale()).isEqualTo(Locale.FRENCH);
        for (String key : english.keySet()) {
            // a bundle inherits what it lacks, so an equal text is a forgotten one
            if (english.getString(key).contains(" ") && !key.startsWith("inspect.")) {
                assertThat(french.getString(key)).as(key).isNotEqualTo(english.getString(key));
            }
        }
        assertThat(french.keySet()).isEqualTo(english.keySet());
    }

    @ParameterizedTest
    @EnumSource(ReadingStep.class)
    void nameEveryStep(ReadingStep step) {
        assertThat(Texts.in(Locale.FRENCH).say("step." + step.word())).isNotBlank();
    }

    @Test
    void templatesEscapeAndCount() {
        assertThat(Html.of("<a>{}</a>", "<&\"'>").source()).isEqualTo("<a>&lt;&amp;&quot;&#39;&gt;</a>");
        assertThat(Html.of("{}{}", "{}", Html.of("<b>")).source()).isEqualTo("{}<b>");
    }
}
