package fr.tessere.citizen.enrolment;

import fr.tessere.citizen.account.Accounts;
import fr.tessere.citizen.account.Accounts.Holding;
import fr.tessere.citizen.account.AddedMeanwhileException;
import fr.tessere.citizen.account.HeldDocument;
import fr.tessere.citizen.code.CodeCredential;
import fr.tessere.citizen.page.Step;
import fr.tessere.keycloak.login.ProvenDocument;
import fr.tessere.keycloak.login.Reception;
import fr.tessere.keycloak.token.Method;
import fr.tessere.protocol.reading.RefusalCode;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The step "whose document is it": a known one opens its account, an unknown one leads to the pages of its first use. */
final class CitizenStep extends Step {
    private final Reception reception;
    private final Accounts accounts;
    private final FirstUse firstUse;
    private final SecondDocument second;
    private final BlockedDocument blocked;

    CitizenStep(KeycloakSession session) {
        reception = Reception.of(session);
        accounts = Accounts.of(session);
        second = new SecondDocument(session, reception, accounts);
        firstUse = new FirstUse(reception, accounts, second);
        blocked = new BlockedDocument(reception);
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        Optional<ProvenDocument> document = reception.document(browser);
        if (document.isEmpty()) {
            withoutDocument(context);
            return;
        }
        Optional<Holding> known = accounts.find(document.get().digest());
        Optional<ProvenDocument> another = reception.readBefore(browser);
        if (known.isPresent() && another.isPresent()) {
            join(context, known.get(), document.get(), another.get());
        } else if (known.isPresent()) {
            enter(context, known.get(), document.get());
        } else if (another.isPresent()) {
            context.challenge(reception.refused(context, RefusalCode.DOCUMENT_OTHER_PERSON));
        } else if (context.getUser() != null) {
            // who signs in again in a session that lives must show a document of the same account
            context.challenge(reception.refused(context, RefusalCode.DOCUMENT_OTHER));
        } else if (second.claimed(browser)) {
            context.challenge(second.page(context, Optional.empty()));
        } else {
            context.challenge(firstUse.page(context, document.get()));
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        Optional<ProvenDocument> document = reception.document(context.getAuthenticationSession());
        String step = field(context, "step");
        if (step.equals("leave")) {
            reception.leave(context, firstUse.leaving(context));
        } else if (step.equals("again")) {
            context.resetFlow();
        } else if (document.isEmpty()) {
            withoutDocument(context);
        } else {
            answerOnce(context, document.get(), step);
        }
    }

    /** Where another browser has used the same document at this moment, this one goes on with what that one made. */
    private void answerOnce(AuthenticationFlowContext context, ProvenDocument document, String step) {
        try {
            answer(context, document, step);
        } catch (AddedMeanwhileException second) {
            context.getSession().getTransactionManager().setRollbackOnly();
            // the page that it leads to is made in another transaction, and finds the account there
            context.challenge(reception.turn(context));
        }
    }

    private void answer(AuthenticationFlowContext context, ProvenDocument document, String step) {
        switch (step) {
            case "mine", "new" -> {
                second.claim(context.getAuthenticationSession(), step.equals("mine"));
                authenticate(context);
            }
            case "read-first" -> reception.readAnother(context);
            case "prove-code" -> prove(context, document);
            case "unblock" -> unblock(context, document);
            default -> {
                if (isFirstUse(context, document)) {
                    firstUse.answer(context, document, step);
                } else {
                    authenticate(context);
                }
            }
        }
    }

    /**
     * Whether there is anything to agree to or to choose: nobody's document, or the own one of whoever signs in, for which no
     * code is chosen yet. A first use may have been finished in another browser since the page was made, and no page replaces
     * a code.
     */
    private boolean isFirstUse(AuthenticationFlowContext context, ProvenDocument document) {
        Optional<Holding> known = accounts.find(document.digest());
        if (known.isEmpty()) {
            return context.getUser() == null;
        }
        UserModel account = known.get().account();
        boolean open = firstUse.unfinished(context.getAuthenticationSession()) || !CodeCredential.isSet(account);
        return account.equals(context.getUser()) && open && document.original() && !isBlocked(known.get());
    }

    /** The document that began the session counts still, or a passkey signs in. */
    private void withoutDocument(AuthenticationFlowContext context) {
        if (context.getUser() == null) {
            context.challenge(reception.refused(context, RefusalCode.READING_UNKNOWN));
        } else {
            context.success();
        }
    }

    private void enter(AuthenticationFlowContext context, Holding known, ProvenDocument document) {
        if (isOthers(context, known)) {
            context.challenge(reception.refused(context, RefusalCode.DOCUMENT_OTHER));
        } else if (isBlocked(known)) {
            context.challenge(blocked.page(context, known, document));
        } else {
            reception.admit(context, known.account(), document);
            boolean withoutCode = document.original() && !CodeCredential.isSet(known.account());
            if (withoutCode || firstUse.unfinished(context.getAuthenticationSession())) {
                context.challenge(firstUse.page(context, document));
            } else {
                context.success();
            }
        }
    }

    /** The document that is read now proves whose the one before is. */
    private void join(AuthenticationFlowContext context, Holding first, ProvenDocument read, ProvenDocument another) {
        Optional<RefusalCode> wrong = isBlocked(first)
                ? Optional.of(RefusalCode.DOCUMENT_BLOCKED_BY_HOLDER)
                : second.byDocument(first, read, another);
        if (wrong.isPresent()) {
            context.challenge(reception.refused(context, wrong.get()));
        } else {
            enter(context, first, read);
        }
    }

    private void prove(AuthenticationFlowContext context, ProvenDocument document) {
        Optional<UserModel> owner =
                context.getUser() == null && accounts.find(document.digest()).isEmpty()
                        ? second.byCode(document, field(context, "code"))
                        : Optional.empty();
        if (owner.isEmpty()) {
            context.challenge(second.page(context, Optional.of(RefusalCode.SECOND_PROOF_FAILED)));
            return;
        }
        admitWithCode(context, owner.get(), document);
    }

    /** The holder's code unblocks it, and signs in as a code does. */
    private void unblock(AuthenticationFlowContext context, ProvenDocument document) {
        Optional<Holding> known = accounts.find(document.digest())
                .filter(one -> document.original() && isBlocked(one) && !isOthers(context, one));
        if (known.isEmpty()) {
            authenticate(context);
            return;
        }
        UserModel account = known.get().account();
        Optional<RefusalCode> wrong = blocked.unblock(context, known.get(), field(context, "code"));
        if (wrong.isPresent()) {
            context.getEvent().user(account);
            context.challenge(blocked.page(context, known.get(), wrong));
            return;
        }
        admitWithCode(context, account, document);
    }

    private void admitWithCode(AuthenticationFlowContext context, UserModel account, ProvenDocument document) {
        reception.admit(context, account, document);
        reception.keep(
                context.getAuthenticationSession(),
                reception.methods(context).with(Method.PERSONAL_CODE, reception.now()));
        context.success();
    }

    private static boolean isBlocked(Holding known) {
        return known.document().state() == HeldDocument.State.BLOCKED;
    }

    private static boolean isOthers(AuthenticationFlowContext context, Holding known) {
        return context.getUser() != null && !context.getUser().equals(known.account());
    }
}
