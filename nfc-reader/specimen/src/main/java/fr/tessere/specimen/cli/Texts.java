package fr.tessere.specimen.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the command says, in French where the machine speaks French and in English elsewhere. */
final class Texts {
    private final Locale locale;
    private final ResourceBundle bundle;

    private Texts(Locale locale) {
        this.locale = locale;
        // no fall-back to the machine's language: who asks for English gets English
        this.bundle = ResourceBundle.getBundle(
                Texts.class.getPackageName() + ".texts",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static Texts in(Locale locale) {
        return new Texts(locale);
    }

    Locale locale() {
        return locale;
    }

    ResourceBundle bundle() {
        return bundle;
    }

    String say(String key, Object... values) {
        return new MessageFormat(bundle.getString("say." + key), Locale.ROOT).format(values);
    }
}
