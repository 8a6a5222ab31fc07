package fr.tessere.release.consent;

import fr.tessere.claims.pivot.Declared;
import fr.tessere.keycloak.login.Reception;
import fr.tessere.release.answer.Asked;
import fr.tessere.release.answer.DeclaredNote;
import fr.tessere.release.answer.PersonInSession;
import fr.tessere.release.answer.Places;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What a service asks for and the document does not say is asked of the person, once a sign-in; she need not answer. */
final class CivilStatusStep implements RequiredActionProvider {
    private static final String PAGE = "tessere-civil-status.ftl";
    /** Note of the authentication session: the page was answered. */
    private static final String ASKED = "tessere.civil-status";

    private static final Set<String> ASKABLE = Set.of("birthcountry", "email", "preferred_username");

    private final KeycloakSession session;

    CivilStatusStep(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        if (browser.getAuthNote(ASKED) == null && !missing(browser).isEmpty()) {
            browser.addRequiredAction(CivilStatusStepFactory.ID);
        }
    }

    /** Of what is asked for, what can be asked of a person and is not known. */
    private Set<String> missing(AuthenticationSessionModel browser) {
        Set<String> asked = new TreeSet<>(Asked.of(
                        browser.getClient(),
                        browser.getClientNote(OIDCLoginProtocol.SCOPE_PARAM),
                        browser.getClientNote(OIDCLoginProtocol.CLAIMS_PARAM))
                .all());
        if (asked.contains("birthplace")) {
            asked.add("birthcountry");
        }
        asked.retainAll(ASKABLE);
        asked.removeAll(
                asked.isEmpty()
                        ? Set.of()
                        : PersonInSession.of(session).claims(browser, ASKABLE).keySet());
        return asked;
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        if (browser.getAuthNote(ASKED) != null) {
            context.success();
        } else {
            show(context, CivilStatusForm.EMPTY);
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        MultivaluedMap<String, String> fields = context.getHttpRequest().getDecodedFormParameters();
        if ("skip".equals(fields.getFirst("step"))) {
            browser.setAuthNote(ASKED, "skipped");
            context.success();
            return;
        }
        CivilStatusForm form = CivilStatusForm.of(fields, missing(browser), Places.all());
        if (!form.wrong().isEmpty() || !form.choices().isEmpty()) {
            show(context, form);
            return;
        }
        DeclaredNote note = DeclaredNote.of(session);
        Declared before = note.read(browser).orElse(Declared.NOTHING);
        note.keep(
                browser,
                new Declared(
                        form.birth().or(before::birth),
                        text(form.email()).or(before::email),
                        text(form.usageName()).or(before::usageName)));
        browser.setAuthNote(ASKED, "answered");
        context.success();
    }

    private void show(RequiredActionContext context, CivilStatusForm form) {
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        Reception reception = Reception.of(session);
        Set<String> missing = missing(browser);
        context.challenge(context.form()
                .setAttribute("text", new ReleaseTexts(reception.locale()))
                .setAttribute("service", reception.service(browser))
                .setAttribute("form", form)
                .setAttribute("askBirth", missing.contains("birthcountry"))
                .setAttribute("askEmail", missing.contains("email"))
                .setAttribute("askName", missing.contains("preferred_username"))
                .setAttribute("countries", CountryChoice.all(Places.all(), reception.locale()))
                .createForm(PAGE));
    }

    private static Optional<String> text(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    @Override
    public void close() {}
}
