package fr.tessere.release.consent;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of these pages, in French and English (English for other languages). */
public final class ReleaseTexts {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle texts;

    /** Texts in this language. */
    public ReleaseTexts(Locale locale) {
        this.locale = locale;
        texts = ResourceBundle.getBundle(
                ReleaseTexts.class.getPackageName() + ".release",
                locale,
                ReleaseTexts.class.getClassLoader(),
                NO_FALLBACK);
    }

    /** The text with this key, its places filled. */
    public String of(String key, Object... places) {
        return new MessageFormat(texts.getString(key), locale).format(places);
    }
}
