package fr.tessere.citizen.enrolment;

import fr.tessere.citizen.account.Accounts;
import fr.tessere.citizen.account.Accounts.Holding;
import fr.tessere.citizen.account.HeldDocument;
import fr.tessere.citizen.code.CodeCredential;
import fr.tessere.citizen.code.CodeRules;
import fr.tessere.citizen.page.Sheet;
import fr.tessere.journal.record.Details;
import fr.tessere.keycloak.login.ProvenDocument;
import fr.tessere.keycloak.login.Reception;
import fr.tessere.keycloak.token.Method;
import fr.tessere.protocol.reading.RefusalCode;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The pages of a first use: what is kept and the agreement, then the personal code. Nothing is kept before both. */
final class FirstUse {
    /** Version of what the person agrees to. */
    private static final String TERMS = "1";
    /** Note of the authentication session: the person agreed. */
    private static final String AGREED = "tessere.agreed";

    private static final String AGREEMENT = "tessere-agreement.ftl";
    private static final String CHOICE = "tessere-choose-code.ftl";

    private final Reception reception;
    private final Accounts accounts;

    FirstUse(Reception reception, Accounts accounts) {
        this.reception = reception;
        this.accounts = accounts;
    }

    /** The page at which the person is. */
    Response page(AuthenticationFlowContext context, ProvenDocument document) {
        return page(context, document, Optional.empty());
    }

    /** What the person did on it. */
    void answer(AuthenticationFlowContext context, ProvenDocument document, String step) {
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        if (step.equals("agree")) {
            browser.setAuthNote(AGREED, TERMS);
            if (document.original()) {
                context.challenge(page(context, document));
            } else {
                open(context, document);
                context.success();
            }
        } else if (step.equals("choose") && chooses(context)) {
            choose(context, document);
        } else {
            context.challenge(page(context, document));
        }
    }

    /** The cause with which the service is told that the person left. */
    RefusalCode leaving(AuthenticationFlowContext context) {
        return chooses(context) ? RefusalCode.READING_CANCELLED : RefusalCode.AGREEMENT_WITHHELD;
    }

    private void choose(AuthenticationFlowContext context, ProvenDocument document) {
        String code = field(context, "code");
        Optional<RefusalCode> wrong = CodeRules.faultOf(code, document.citizen().birthDate())
                .map(FirstUse::refusal)
                .or(() -> code.equals(field(context, "again"))
                        ? Optional.empty()
                        : Optional.of(RefusalCode.CODES_DIFFER));
        if (wrong.isPresent()) {
            context.challenge(page(context, document, wrong));
            return;
        }
        UserModel account = open(context, document);
        CodeCredential.set(context.getSession(), account, code);
        reception.keep(
                context.getAuthenticationSession(),
                reception.methods(context).with(Method.PERSONAL_CODE, reception.now()));
        context.success();
    }

    /** The account of this document, made if there is none; it signs in. */
    private UserModel open(AuthenticationFlowContext context, ProvenDocument document) {
        UserModel account = accounts.find(document.digest())
                .map(Holding::account)
                .orElseGet(() -> {
                    UserModel made = accounts.create(
                            document.person(),
                            HeldDocument.added(
                                    document.digest(),
                                    document.citizen().documentType(),
                                    document.citizen().issuingState(),
                                    reception.now()),
                            TERMS);
                    context.newEvent()
                            .event(EventType.REGISTER)
                            .user(made)
                            .detail(Details.DOCUMENT, document.digest())
                            .success();
                    return made;
                });
        reception.admit(context, account, document);
        return account;
    }

    /** The person agreed, now or on another day, and chooses a code. */
    private static boolean chooses(AuthenticationFlowContext context) {
        return context.getUser() != null || context.getAuthenticationSession().getAuthNote(AGREED) != null;
    }

    private Response page(AuthenticationFlowContext context, ProvenDocument document, Optional<RefusalCode> wrong) {
        Sheet sheet = Sheet.of(context, reception).with("original", document.original());
        wrong.ifPresent(sheet::wrong);
        return sheet.page(chooses(context) ? CHOICE : AGREEMENT);
    }

    private static RefusalCode refusal(CodeRules.Fault fault) {
        return switch (fault) {
            case NO_SIX_DIGITS -> RefusalCode.CODE_MALFORMED;
            case REPEATED -> RefusalCode.CODE_REPEATED;
            case SEQUENCE -> RefusalCode.CODE_SEQUENCE;
            case BIRTH_DATE -> RefusalCode.CODE_BIRTH_DATE;
        };
    }

    private static String field(AuthenticationFlowContext context, String name) {
        String value = context.getHttpRequest().getDecodedFormParameters().getFirst(name);
        return value == null ? "" : value.strip();
    }
}
