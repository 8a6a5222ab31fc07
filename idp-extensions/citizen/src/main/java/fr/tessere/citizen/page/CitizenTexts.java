package fr.tessere.citizen.page;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the citizen's pages, in French and English (English for other languages). */
public final class CitizenTexts {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle texts;

    /** Texts in this language. */
    public CitizenTexts(Locale locale) {
        this.locale = locale;
        texts = ResourceBundle.getBundle(
                CitizenTexts.class.getPackageName() + ".citizen",
                locale,
                CitizenTexts.class.getClassLoader(),
                NO_FALLBACK);
    }

    /** The text with this key, its places filled. */
    public String of(String key, Object... places) {
        return new MessageFormat(texts.getString(key), locale).format(places);
    }
}
