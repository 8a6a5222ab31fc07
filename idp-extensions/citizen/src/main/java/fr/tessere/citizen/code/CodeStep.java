package fr.tessere.citizen.code;

import fr.tessere.citizen.page.Sheet;
import fr.tessere.journal.record.Details;
import fr.tessere.keycloak.login.Reception;
import fr.tessere.keycloak.token.Method;
import fr.tessere.keycloak.token.Methods;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.assurance.AssuranceLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The step "second factor": asks for the personal code unless a second factor was shown that counts for this level still. */
final class CodeStep implements Authenticator {
    private static final String PAGE = "tessere-code.ftl";

    private final Reception reception;

    CodeStep(KeycloakSession session) {
        reception = Reception.of(session);
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        AssuranceLevel asked = reception.asked(context.getAuthenticationSession());
        Instant earliest = reception.earliest(context, asked);
        Methods methods = reception.methods(context);
        if (!methods.documentSince(earliest) || !methods.reaches().reaches(asked)) {
            context.challenge(reception.refused(context, RefusalCode.LEVEL_NOT_REACHED));
        } else if (!methods.factorsSince(earliest).isEmpty()) {
            succeed(context, methods, asked);
        } else if (CodeCredential.isSet(context.getUser())) {
            ask(context, new CodeCheck(context.getSession(), context.getUser()).standing(reception.now()));
        } else {
            context.challenge(reception.refused(context, RefusalCode.CODE_MISSING));
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        String step = field(context, "step");
        if (step.equals("leave")) {
            reception.leave(context, RefusalCode.READING_CANCELLED);
            return;
        }
        if (!step.equals("code")) {
            authenticate(context);
            return;
        }
        CodeCheck check = new CodeCheck(context.getSession(), context.getUser());
        Optional<RefusalCode> wrong = check.of(field(context, "code"), reception.now());
        if (wrong.isEmpty()) {
            succeed(
                    context,
                    reception.methods(context).with(Method.PERSONAL_CODE, reception.now()),
                    reception.asked(context.getAuthenticationSession()));
        } else {
            context.getEvent().user(context.getUser()).error(wrong.get().word());
            ask(context, wrong);
        }
    }

    private void succeed(AuthenticationFlowContext context, Methods methods, AssuranceLevel level) {
        reception.keep(context.getAuthenticationSession(), methods);
        context.getEvent().detail(Details.LEVEL, level.acr());
        context.success();
    }

    private void ask(AuthenticationFlowContext context, Optional<RefusalCode> wrong) {
        Sheet sheet = Sheet.of(context, reception)
                .with(
                        "level",
                        reception.asked(context.getAuthenticationSession()).acr())
                .with("open", wrong.filter(CodeStep::closes).isEmpty());
        wrong.ifPresent(sheet::wrong);
        new CodeCheck(context.getSession(), context.getUser())
                .next(reception.now())
                .ifPresent(next -> sheet.with(
                        "minutes",
                        Math.max(
                                1,
                                Duration.between(reception.now(), next)
                                        .plusSeconds(59)
                                        .toMinutes())));
        context.challenge(sheet.page(PAGE));
    }

    private static boolean closes(RefusalCode code) {
        return code == RefusalCode.CODE_BLOCKED || code == RefusalCode.CODE_DELAYED;
    }

    private static String field(AuthenticationFlowContext context, String name) {
        String value = context.getHttpRequest().getDecodedFormParameters().getFirst(name);
        return value == null ? "" : value.strip();
    }

    @Override
    public boolean requiresUser() {
        return true;
    }

    /** Always: what an account without a code reads is said by this step. */
    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

    @Override
    public void close() {}
}
