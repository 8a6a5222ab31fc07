package fr.tessere.citizen.page;

import fr.tessere.keycloak.login.Reception;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.Wording;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;

/** One page of a sign-in: its texts, the service that waits, and what was wrong with the last answer. */
public final class Sheet {
    private final LoginFormsProvider form;
    private final Reception reception;

    private Sheet(AuthenticationFlowContext context, Reception reception) {
        this.reception = reception;
        form = context.form()
                .setAttribute("text", new CitizenTexts(reception.locale()))
                .setAttribute("service", reception.service(context.getAuthenticationSession()));
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
        Wording wording = new Wording(reception.locale());
        form.setAttribute("wrong", code.word());
        form.setAttribute("wrongHappened", wording.happened(code));
        form.setAttribute("wrongNext", wording.next(code));
        form.setAttribute("wrongHelp", reception.help(code));
        return this;
    }

    /** As a page. */
    public Response page(String template) {
        return form.createForm(template);
    }
}
