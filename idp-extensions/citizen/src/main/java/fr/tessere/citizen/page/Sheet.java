package fr.tessere.citizen.page;

import fr.tessere.keycloak.login.Reception;
import fr.tessere.protocol.reading.RefusalCode;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * One page of a sign-in: its texts, the service that waits, and what was wrong with the last answer. An answer is never
 * answered by a page but by the way to it, so that going back and loading anew send nothing twice.
 */
public final class Sheet {
    /** Note of the authentication session: what was wrong with the answer, for the page that follows. */
    private static final String WRONG = "tessere.wrong";

    private final AuthenticationFlowContext context;
    private final LoginFormsProvider form;
    private final Reception reception;
    private Optional<RefusalCode> wrong;

    private Sheet(AuthenticationFlowContext context, Reception reception) {
        this.context = context;
        this.reception = reception;
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        wrong = Optional.ofNullable(browser.getAuthNote(WRONG)).flatMap(RefusalCode::ofWord);
        form = context.form()
                .setAttribute("text", new CitizenTexts(reception.locale()))
                .setAttribute("service", reception.service(browser));
    }

    /** An empty one. */
    public static Sheet of(AuthenticationFlowContext context, Reception reception) {
        return new Sheet(context, reception);
    }

    /** With a value for the template. */
    public Sheet with(String name, Object value) {
        form.setAttribute(name, value);
        return this;
    }

    /** With what was wrong, by its code: what happened, what to do, and where to read more. */
    public Sheet wrong(RefusalCode code) {
        wrong = Optional.of(code);
        return this;
    }

    /** As a page, or as the way to it. */
    public Response page(String template) {
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        if (reception.isAnswer(context)) {
            wrong.ifPresent(code -> browser.setAuthNote(WRONG, code.word()));
            return reception.turn(context);
        }
        browser.removeAuthNote(WRONG);
        wrong.ifPresent(code -> reception.text(code).above(form));
        return form.createForm(template);
    }
}
