package fr.tessere.citizen.enrolment;

import fr.tessere.citizen.account.Accounts;
import fr.tessere.citizen.account.Accounts.Holding;
import fr.tessere.citizen.account.HeldDocument;
import fr.tessere.citizen.code.CodeCheck;
import fr.tessere.citizen.code.CodeCredential;
import fr.tessere.citizen.code.CodeRules;
import fr.tessere.citizen.mail.Message;
import fr.tessere.citizen.mail.Post;
import fr.tessere.citizen.page.Sheet;
import fr.tessere.keycloak.login.ProvenDocument;
import fr.tessere.keycloak.login.Reception;
import fr.tessere.protocol.reading.RefusalCode;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * One more document for somebody who may be known already. The same name and date of birth are a hint; what proves it is
 * the code of the account or its first document. Tries of the code here are counted by the new document and not held
 * against the account: nobody can lock out a person of the same name.
 */
final class SecondDocument {
    /** Note of the authentication session: the person says to be known by another document. */
    private static final String CLAIMED = "tessere.claimed";

    private static final String PAGE = "tessere-second-document.ftl";
    private static final int TRIES = 3;
    private static final Duration TRIES_LAST = Duration.ofHours(24);

    private final KeycloakSession session;
    private final Reception reception;
    private final Accounts accounts;

    SecondDocument(KeycloakSession session, Reception reception, Accounts accounts) {
        this.session = session;
        this.reception = reception;
        this.accounts = accounts;
    }

    /** True if somebody with this name and date of birth has an account, and the document is one that may be added. */
    boolean maybeKnown(ProvenDocument document) {
        return document.original() && !accounts.alike(document.person()).isEmpty();
    }

    /** True if the person said that the account is theirs. */
    boolean claimed(AuthenticationSessionModel browser) {
        return browser.getAuthNote(CLAIMED) != null;
    }

    /** The person says so, or no longer. */
    void claim(AuthenticationSessionModel browser, boolean mine) {
        if (mine) {
            browser.setAuthNote(CLAIMED, CLAIMED);
        } else {
            browser.removeAuthNote(CLAIMED);
        }
    }

    /** The page that asks for a proof. */
    Response page(AuthenticationFlowContext context, Optional<RefusalCode> wrong) {
        Sheet sheet = Sheet.of(context, reception);
        wrong.ifPresent(sheet::wrong);
        return sheet.page(PAGE);
    }

    /** By the code: the account to which the document now belongs, or empty if the code is none of a person like this. */
    Optional<UserModel> byCode(ProvenDocument document, String code) {
        if (!document.original() || !CodeRules.isCode(code) || !taken(document)) {
            return Optional.empty();
        }
        List<UserModel> owners = accounts.alike(document.person()).stream()
                .filter(account -> new CodeCheck(session, account)
                        .standing(reception.now())
                        .isEmpty())
                .filter(account -> CodeCredential.isRight(account, code))
                .toList();
        if (owners.size() != 1) {
            // also where two people of one name have one code: then only a document tells them apart
            return Optional.empty();
        }
        add(owners.get(0), document);
        return Optional.of(owners.get(0));
    }

    /** By the first document, which was read behind the new one: why it proves nothing, or empty and the new one is added. */
    Optional<RefusalCode> byDocument(Holding first, ProvenDocument read, ProvenDocument another) {
        boolean same = accounts.person(first.account())
                .filter(another.person()::equals)
                .isPresent();
        if (!same || !read.original() || !another.original()) {
            return Optional.of(RefusalCode.DOCUMENT_OTHER_PERSON);
        }
        if (accounts.find(another.digest()).isEmpty()) {
            add(first.account(), another);
        }
        return Optional.empty();
    }

    private void add(UserModel account, ProvenDocument document) {
        accounts.add(
                account,
                HeldDocument.added(
                        document.digest(),
                        document.citizen().documentType(),
                        document.citizen().issuingState(),
                        reception.now()));
        new Post(session).tell(account, Message.DOCUMENT_ADDED);
    }

    private boolean taken(ProvenDocument document) {
        for (int i = 0; i < TRIES; i++) {
            if (session.singleUseObjects()
                    .putIfAbsent("tessere.second." + document.digest() + "." + i, TRIES_LAST.toSeconds())) {
                return true;
            }
        }
        return false;
    }
}
