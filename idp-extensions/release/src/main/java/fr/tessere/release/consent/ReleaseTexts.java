package fr.tessere.release.consent;

import fr.tessere.keycloak.door.PageTexts;
import java.util.Locale;

/** The texts of these pages. */
public final class ReleaseTexts extends PageTexts {
    /** Texts in this language. */
    public ReleaseTexts(Locale locale) {
        super(ReleaseTexts.class, "release", locale);
    }
}
