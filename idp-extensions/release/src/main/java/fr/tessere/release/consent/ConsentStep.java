package fr.tessere.release.consent;

import fr.tessere.keycloak.login.Reception;
import fr.tessere.keycloak.login.ServiceError;
import fr.tessere.keycloak.login.SignInFacts;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.release.answer.Asked;
import fr.tessere.release.answer.Granted;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/** Behind every sign-in at a service that must ask: shows who gets what and why, and keeps to the answer. */
final class ConsentStep implements RequiredActionProvider {
    private static final String PAGE = "tessere-consent.ftl";

    private final KeycloakSession session;

    ConsentStep(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        if (!browser.getClient().isConsentRequired() || browser.getClientNote(Granted.NOTE) != null) {
            return;
        }
        Set<String> asked = asked(browser).all();
        Optional<Set<String>> known = asked.isEmpty() ? Optional.of(asked) : remembered(context, asked);
        if (known.isPresent()) {
            browser.setClientNote(Granted.NOTE, Granted.note(known.get()));
        } else {
            browser.addRequiredAction(ConsentStepFactory.ID);
        }
    }

    private Optional<Set<String>> remembered(RequiredActionContext context, Set<String> asked) {
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        String prompt = browser.getClientNote(OIDCLoginProtocol.PROMPT_PARAM);
        return TokenUtil.hasPrompt(prompt, OIDCLoginProtocol.PROMPT_VALUE_CONSENT)
                ? Optional.empty()
                : RememberedConsent.find(
                        context.getUser(),
                        browser.getClient(),
                        asked,
                        Reception.of(session).now());
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        if (browser.getClientNote(Granted.NOTE) != null) {
            context.success();
        } else {
            context.challenge(page(context));
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        var form = context.getHttpRequest().getDecodedFormParameters();
        if ("leave".equals(form.getFirst("step"))) {
            context.getEvent().error(RefusalCode.READING_CANCELLED.word());
            context.challenge(ServiceError.of(session).send(browser, RefusalCode.READING_CANCELLED));
            return;
        }
        ClientModel client = browser.getClient();
        Asked asked = asked(browser);
        List<String> ticked = Optional.ofNullable(form.get("claim")).orElse(List.of());
        Set<String> agreed = new TreeSet<>(asked.all());
        agreed.removeIf(name -> !ticked.contains(name) && !Necessity.isRequired(client, asked, name));
        browser.setClientNote(Granted.NOTE, Granted.note(agreed));
        RememberedConsent.keep(
                context.getUser(),
                client,
                asked.all(),
                agreed,
                Reception.of(session).now());
        SignInFacts.agreed(context.getEvent(), agreed);
        context.success();
    }

    private Response page(RequiredActionContext context) {
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        Reception reception = Reception.of(session);
        ReleaseTexts texts = new ReleaseTexts(reception.locale());
        Asked asked = asked(browser);
        List<ConsentItem> items = new ArrayList<>();
        for (String name : asked.all().stream().sorted(new ReadingOrder()).toList()) {
            String purpose = asked.waysOf(name)
                    .flatMap(way -> way.purpose().stream())
                    .findFirst()
                    .orElse("");
            boolean required = Necessity.isRequired(browser.getClient(), asked, name);
            items.add(new ConsentItem(name, texts.of("claim." + name), "", purpose, required));
        }
        return context.form()
                .setAttribute("text", texts)
                .setAttribute("service", reception.service(browser))
                .setAttribute("purpose", Necessity.purpose(browser.getClient()))
                .setAttribute(
                        "required", items.stream().filter(ConsentItem::required).toList())
                .setAttribute(
                        "optional",
                        items.stream().filter(item -> !item.required()).toList())
                .setAttribute("days", RememberedConsent.LIFE.toDays())
                .createForm(PAGE);
    }

    private static Asked asked(AuthenticationSessionModel browser) {
        return Asked.of(
                browser.getClient(),
                browser.getClientNote(OIDCLoginProtocol.SCOPE_PARAM),
                browser.getClientNote(OIDCLoginProtocol.CLAIMS_PARAM));
    }

    @Override
    public void close() {}
}
