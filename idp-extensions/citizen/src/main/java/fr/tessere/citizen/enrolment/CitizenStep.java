package fr.tessere.citizen.enrolment;

import fr.tessere.citizen.account.Accounts;
import fr.tessere.citizen.account.Accounts.Holding;
import fr.tessere.citizen.account.HeldDocument;
import fr.tessere.citizen.code.CodeCredential;
import fr.tessere.keycloak.login.ProvenDocument;
import fr.tessere.keycloak.login.Reception;
import fr.tessere.protocol.reading.RefusalCode;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The step "whose document is it": a known one opens its account, an unknown one leads to the pages of its first use. */
final class CitizenStep implements Authenticator {
    private final Reception reception;
    private final Accounts accounts;
    private final FirstUse firstUse;

    CitizenStep(KeycloakSession session) {
        reception = Reception.of(session);
        accounts = Accounts.of(session);
        firstUse = new FirstUse(reception, accounts);
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
        if (known.isPresent()) {
            enter(context, known.get(), document.get());
        } else if (context.getUser() != null) {
            // who signs in again in a session that lives must show a document of the same person
            context.challenge(reception.refused(context, RefusalCode.DOCUMENT_OTHER));
        } else {
            context.challenge(firstUse.page(context, document.get()));
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        Optional<ProvenDocument> document = reception.document(context.getAuthenticationSession());
        String step = Optional.ofNullable(
                        context.getHttpRequest().getDecodedFormParameters().getFirst("step"))
                .orElse("");
        if (document.isEmpty()) {
            withoutDocument(context);
        } else if (step.equals("leave")) {
            reception.leave(context, firstUse.leaving(context));
        } else if (step.equals("again")) {
            context.resetFlow();
        } else if (accounts.find(document.get().digest()).isEmpty() && context.getUser() != null) {
            authenticate(context);
        } else {
            firstUse.answer(context, document.get(), step);
        }
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
        if (known.document().state() == HeldDocument.State.BLOCKED) {
            context.challenge(reception.refused(context, RefusalCode.DOCUMENT_BLOCKED_BY_HOLDER));
        } else if (context.getUser() != null && !context.getUser().equals(known.account())) {
            context.challenge(reception.refused(context, RefusalCode.DOCUMENT_OTHER));
        } else {
            reception.admit(context, known.account(), document);
            if (document.original() && !CodeCredential.isSet(known.account())) {
                context.challenge(firstUse.page(context, document));
            } else {
                context.success();
            }
        }
    }

    @Override
    public boolean requiresUser() {
        return false;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

    @Override
    public void close() {}
}
