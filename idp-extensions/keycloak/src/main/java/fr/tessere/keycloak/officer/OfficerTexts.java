package fr.tessere.keycloak.officer;

import fr.tessere.keycloak.door.PageTexts;
import java.util.Locale;

/** The officers' texts. */
public final class OfficerTexts extends PageTexts {
    OfficerTexts(Locale locale) {
        super(OfficerTexts.class, "officer", locale);
    }

    /** The text of a word, or the word itself where no text is known. */
    public String word(String prefix, String word) {
        return orWord(prefix + "." + word, word);
    }
}
