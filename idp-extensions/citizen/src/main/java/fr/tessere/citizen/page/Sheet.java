package fr.tessere.citizen.page;

import fr.tessere.keycloak.login.Reception;
import fr.tessere.protocol.reading.RefusalCode;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * One page of a sign-in: its texts, the service that waits, and what was wrong with the last answer. An answer is never
 * answered by a page but by the way to it, so that going back and loading anew send nothing twice. What was wrong stands in
 * the event of the request that found it.
 */
public final class Sheet {
    /** Note of the authentication session: what was wrong with the answer, for the page that follows. */
    private static final String WRONG = "tessere.wrong";
    /** Note of the authentication session: what stands in an event already. Loading a page anew is no second refusal. */
    private static final String TOLD = "tessere.wrong-told";

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
            wrong.ifPresent(code -> {
                browser.setAuthNote(WRONG, code.word());
                tell(code);
            });
            return reception.turn(context);
        }
        browser.removeAuthNote(WRONG);
        wrong.filter(code -> !code.word().equals(browser.getAuthNote(TOLD))).ifPresent(this::tell);
        wrong.ifPresent(code -> reception.text(code).above(form));
        return form.createForm(template);
    }

    private void tell(RefusalCode code) {
        context.getAuthenticationSession().setAuthNote(TOLD, code.word());
        EventBuilder event = context.getEvent();
        if (context.getUser() != null) {
            event.user(context.getUser());
        }
        event.error(code.word());
    }
}
