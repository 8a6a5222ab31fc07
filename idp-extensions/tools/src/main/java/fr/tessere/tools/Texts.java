package fr.tessere.tools;

import fr.tessere.protocol.reading.Wording;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts for people, in French and English (English for other languages). */
final class Texts {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle bundle;
    private final Wording wording;

    private Texts(Locale locale) {
        this.locale = locale;
        bundle = bundle("texts", locale);
        wording = new Wording(locale);
    }

    /** Texts in this language. */
    static Texts in(Locale locale) {
        boolean french = locale.getLanguage().equals(Locale.FRENCH.getLanguage());
        return new Texts(french ? Locale.FRENCH : Locale.ENGLISH);
    }

    /** The help of the commands, in picocli's keys. */
    ResourceBundle help() {
        return bundle("help", locale);
    }

    /** The text with this key, filled in. */
    String say(String key, Object... values) {
        return String.format(locale, bundle.getString(key), values);
    }

    /** Texts of refusals. */
    Wording wording() {
        return wording;
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(
                Texts.class.getPackageName() + "." + name, locale, Texts.class.getClassLoader(), NO_FALLBACK);
    }
}
