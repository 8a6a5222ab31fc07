package fr.tessere.citizen.code;

import fr.tessere.citizen.page.Sheet;
import fr.tessere.citizen.page.Step;
import fr.tessere.citizen.recovery.ForgottenCode;
import fr.tessere.keycloak.login.ProvenDocument;
import fr.tessere.keycloak.login.Reception;
import fr.tessere.keycloak.token.Method;
import fr.tessere.keycloak.token.Methods;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.assurance.AssuranceLevel;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The step "second factor": asks for the personal code unless a second factor was shown that counts for this level still. */
final class CodeStep extends Step {
    private static final String PAGE = "tessere-code.ftl";

    private final Reception reception;
    private final ForgottenCode forgotten;

    CodeStep(KeycloakSession session) {
        reception = Reception.of(session);
        forgotten = new ForgottenCode(session, reception);
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        AssuranceLevel asked = reception.asked(context.getAuthenticationSession());
        Instant earliest = reception.earliest(context, asked);
        Methods methods = reception.methods(context);
        if (reception.passkeyReaches(asked) && methods.since(Method.PASSKEY, earliest)) {
            succeed(context, methods);
        } else if (!methods.documentSince(earliest) || !methods.reaches().reaches(asked)) {
            context.challenge(reception.refused(context, RefusalCode.LEVEL_NOT_REACHED));
        } else if (forgotten.begun(context.getAuthenticationSession())) {
            context.challenge(forgotten.page(context));
        } else if (!methods.factorsSince(earliest).isEmpty()) {
            succeed(context, methods);
        } else if (CodeCredential.isSet(context.getUser())) {
            ask(context, check(context).standing(reception.now()));
        } else {
            context.challenge(reception.refused(context, RefusalCode.CODE_MISSING));
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        String step = field(context, "step");
        switch (step) {
            // whoever leaves while no code is looked at leaves because of that
            case "leave" ->
                reception.leave(
                        context, check(context).standing(reception.now()).orElse(RefusalCode.READING_CANCELLED));
            case "again" -> context.resetFlow();
            case "forgot" -> forgotten.begin(context);
            case "remembered" -> {
                forgotten.leave(browser);
                authenticate(context);
            }
            default -> {
                if (!forgotten.begun(browser)) {
                    answer(context, step);
                } else if (step.equals("new-code") && forgotten.proven(browser)) {
                    choose(context);
                } else {
                    forgotten.answer(context, step, field(context, "number"));
                }
            }
        }
    }

    private void answer(AuthenticationFlowContext context, String step) {
        if (!step.equals("code")) {
            authenticate(context);
            return;
        }
        Optional<RefusalCode> wrong = check(context).of(field(context, "code"), reception.now());
        if (wrong.isEmpty()) {
            forgotten.notNeeded(context.getUser());
            succeed(context, reception.methods(context).with(Method.PERSONAL_CODE, reception.now()));
        } else {
            ask(context, wrong);
        }
    }

    /** A new code in place of the forgotten one. */
    private void choose(AuthenticationFlowContext context) {
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        Optional<ProvenDocument> document = reception.document(browser);
        CodeChoice choice = new CodeChoice(field(context, "code"), field(context, "again"));
        Optional<RefusalCode> wrong = document.isEmpty()
                ? Optional.of(RefusalCode.READING_UNKNOWN)
                : choice.wrong(document.get().citizen().birthDate());
        if (wrong.isPresent()) {
            context.challenge(forgotten.page(context, wrong));
            return;
        }
        CodeCredential.set(context.getSession(), context.getUser(), choice.code());
        check(context).forget();
        forgotten.done(browser, context.getUser());
        // a copy: the sign-in goes on under its own event
        context.getEvent()
                .clone()
                .event(EventType.UPDATE_CREDENTIAL)
                .user(context.getUser())
                .success();
        succeed(context, reception.methods(context).with(Method.PERSONAL_CODE, reception.now()));
    }

    private void succeed(AuthenticationFlowContext context, Methods methods) {
        reception.keep(context.getAuthenticationSession(), methods);
        reception.reached(context, reception.asked(context.getAuthenticationSession()));
        context.success();
    }

    private void ask(AuthenticationFlowContext context, Optional<RefusalCode> wrong) {
        Sheet sheet = Sheet.of(context, reception)
                .with(
                        "level",
                        reception.asked(context.getAuthenticationSession()).acr());
        context.challenge(
                CodeQuestion.on(sheet, check(context), wrong, reception.now()).page(PAGE));
    }

    private static CodeCheck check(AuthenticationFlowContext context) {
        return new CodeCheck(context.getSession(), context.getUser());
    }

    @Override
    public boolean requiresUser() {
        return true;
    }
}
