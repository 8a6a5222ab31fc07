package fr.tessere.keycloak.officer;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The officers' texts in French and English. */
public final class OfficerTexts {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle texts;

    OfficerTexts(Locale locale) {
        this.locale = locale;
        texts = ResourceBundle.getBundle(
                OfficerTexts.class.getPackageName() + ".officer",
                locale,
                OfficerTexts.class.getClassLoader(),
                NO_FALLBACK);
    }

    /** The text with this key, its places filled. */
    public String of(String key, Object... places) {
        return new MessageFormat(texts.getString(key), locale).format(places);
    }
}
