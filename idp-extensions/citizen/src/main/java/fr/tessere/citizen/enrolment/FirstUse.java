package fr.tessere.citizen.enrolment;

import fr.tessere.citizen.account.Accounts;
import fr.tessere.citizen.account.Accounts.Holding;
import fr.tessere.citizen.account.HeldDocument;
import fr.tessere.citizen.code.CodeChoice;
import fr.tessere.citizen.code.CodeCredential;
import fr.tessere.citizen.mail.AddressProof;
import fr.tessere.citizen.mail.Post;
import fr.tessere.citizen.page.Sheet;
import fr.tessere.citizen.page.Step;
import fr.tessere.journal.keys.JournalEquipment;
import fr.tessere.journal.keys.Retention;
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

/** The pages of a first use: what is kept and the agreement, the personal code, an address. Nothing is kept before the code. */
final class FirstUse {
    /** Version of what the person agrees to. */
    private static final String TERMS = "2";
    /** Note of the authentication session: the person agreed. */
    private static final String AGREED = "tessere.agreed";
    /** Note of the authentication session: all is done but the offer to give an address. */
    private static final String EMAIL = "tessere.email";

    private static final String AGREEMENT = "tessere-agreement.ftl";
    private static final String CHOICE = "tessere-choose-code.ftl";
    private static final String ADDRESS = "tessere-email.ftl";

    private final Reception reception;
    private final Accounts accounts;
    private final SecondDocument second;

    FirstUse(Reception reception, Accounts accounts, SecondDocument second) {
        this.reception = reception;
        this.accounts = accounts;
        this.second = second;
    }

    /** The page at which the person is. */
    Response page(AuthenticationFlowContext context, ProvenDocument document) {
        return page(context, document, Optional.empty());
    }

    /** What the person did on it. */
    void answer(AuthenticationFlowContext context, ProvenDocument document, String step) {
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        if (unfinished(browser)) {
            address(context, document, step);
        } else if (step.equals("agree")) {
            browser.setAuthNote(AGREED, TERMS);
            if (document.original()) {
                context.challenge(page(context, document));
            } else {
                open(context, document);
                context.success();
            }
        } else if (step.equals("choose") && chooses(context) && document.original()) {
            choose(context, document);
        } else {
            context.challenge(page(context, document));
        }
    }

    /** True if the person has an account and a code, and was asked for an address. */
    boolean unfinished(AuthenticationSessionModel browser) {
        return browser.getAuthNote(EMAIL) != null;
    }

    /** The cause with which the service is told that the person left. */
    RefusalCode leaving(AuthenticationFlowContext context) {
        return chooses(context) ? RefusalCode.READING_CANCELLED : RefusalCode.AGREEMENT_WITHHELD;
    }

    private void choose(AuthenticationFlowContext context, ProvenDocument document) {
        CodeChoice choice = new CodeChoice(Step.field(context, "code"), Step.field(context, "again"));
        Optional<RefusalCode> wrong = choice.wrong(document.citizen().birthDate());
        if (wrong.isPresent()) {
            context.challenge(page(context, document, wrong));
            return;
        }
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        CodeCredential.set(context.getSession(), open(context, document), choice.code());
        reception.keep(browser, reception.methods(context).with(Method.PERSONAL_CODE, reception.now()));
        if (new Post(context.getSession()).open()) {
            browser.setAuthNote(EMAIL, EMAIL);
            context.challenge(page(context, document));
        } else {
            context.success();
        }
    }

    private void address(AuthenticationFlowContext context, ProvenDocument document, String step) {
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        String address = Step.field(context, "email");
        Optional<RefusalCode> wrong = step.equals("email") && !address.isEmpty()
                ? new AddressProof(context.getSession(), reception).begin(context.getUser(), address)
                : Optional.empty();
        if (wrong.isPresent()) {
            context.challenge(page(context, document, wrong));
        } else {
            browser.removeAuthNote(EMAIL);
            context.success();
        }
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
                    context.getEvent()
                            .clone()
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
        if (unfinished(context.getAuthenticationSession())) {
            return sheet.page(ADDRESS);
        }
        if (chooses(context)) {
            return sheet.page(CHOICE);
        }
        return sheet.with("known", second.maybeKnown(document))
                .with(
                        "logMonths",
                        JournalEquipment.of(context.getSession()).months().getOrDefault(Retention.CITIZEN, 0))
                .page(AGREEMENT);
    }
}
