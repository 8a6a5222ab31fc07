package fr.tessere.keycloak.login;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.Wording;
import java.util.Locale;
import org.keycloak.forms.login.LoginFormsProvider;

/** What a page says of a refusal: its code, what happened, what to do next, where to read more. */
public final class RefusalText {
    private final RefusalCode code;
    private final Wording wording;
    private final String help;

    RefusalText(RefusalCode code, Locale locale, String help) {
        this.code = code;
        this.wording = new Wording(locale);
        this.help = help;
    }

    /** As what the page is about. */
    public LoginFormsProvider on(LoginFormsProvider form) {
        return form.setAttribute("refusal", code.word())
                .setAttribute("happened", wording.happened(code))
                .setAttribute("next", wording.next(code))
                .setAttribute("help", help);
    }

    /** Above a form that can be filled in again. */
    public LoginFormsProvider above(LoginFormsProvider form) {
        return form.setAttribute("wrong", code.word())
                .setAttribute("wrongHappened", wording.happened(code))
                .setAttribute("wrongNext", wording.next(code))
                .setAttribute("wrongHelp", help);
    }
}
