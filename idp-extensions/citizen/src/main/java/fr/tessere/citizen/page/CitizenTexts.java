package fr.tessere.citizen.page;

import fr.tessere.keycloak.door.PageTexts;
import java.util.Locale;

/** The texts of the citizen's pages. */
public final class CitizenTexts extends PageTexts {
    /** Texts in this language. */
    public CitizenTexts(Locale locale) {
        super(CitizenTexts.class, "citizen", locale);
    }

    /** The text for a word that another version may have written: the word itself if there is no text. */
    public String word(String prefix, String word) {
        return orWord(prefix + "." + word.replace(' ', '-'), word);
    }
}
