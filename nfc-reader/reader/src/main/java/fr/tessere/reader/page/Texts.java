package fr.tessere.reader.page;

import fr.tessere.protocol.reading.Wording;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The reader's texts for people, in French and English (English for other languages), on the page and the console. */
public final class Texts {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle bundle;
    private final Wording wording;

    private Texts(Locale locale) {
        this.locale = locale;
        bundle = bundle(Texts.class.getPackageName() + ".texts", locale);
        wording = new Wording(locale);
    }

    /** Texts in this language. */
    public static Texts in(Locale locale) {
        boolean french = locale.getLanguage().equals(Locale.FRENCH.getLanguage());
        return new Texts(french ? Locale.FRENCH : Locale.ENGLISH);
    }

    /** Texts in the language that a browser likes best (RFC 9110 §12.5.4). */
    static Texts accepted(String acceptLanguage) {
        List<Locale> known = List.of(Locale.ENGLISH, Locale.FRENCH);
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), known);
            return in(best == null ? Locale.ENGLISH : best);
        } catch (IllegalArgumentException notALanguage) {
            return in(Locale.ENGLISH);
        }
    }

    /** A bundle whose other languages fall back to English and not to the machine's language. */
    public static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(name, locale, Texts.class.getClassLoader(), NO_FALLBACK);
    }

    /** The text with this key, filled in. */
    public String say(String key, Object... values) {
        return String.format(locale, bundle.getString(key), values);
    }

    /** Texts of refusals and claims. */
    public Wording wording() {
        return wording;
    }

    /** French or English. */
    public Locale locale() {
        return locale;
    }
}
