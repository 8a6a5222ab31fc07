package fr.tessere.keycloak.door;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of pages of our own, in French and English (English for other languages). */
public abstract class PageTexts {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle texts;

    /**
     * Texts in this language.
     *
     * @param room class beside which the bundle lies
     * @param bundle name of the bundle
     */
    protected PageTexts(Class<?> room, String bundle, Locale locale) {
        this.locale = locale;
        texts = ResourceBundle.getBundle(
                room.getPackageName() + "." + bundle, locale, room.getClassLoader(), NO_FALLBACK);
    }

    /** The text with this key, its places filled. */
    public String of(String key, Object... places) {
        return new MessageFormat(texts.getString(key), locale).format(places);
    }

    /** The text with this key, or the word itself where no text is known. */
    protected String orWord(String key, String word) {
        return texts.containsKey(key) ? of(key) : word;
    }
}
