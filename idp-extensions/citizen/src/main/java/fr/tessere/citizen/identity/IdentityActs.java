package fr.tessere.citizen.identity;

import fr.tessere.citizen.account.Accounts;
import fr.tessere.citizen.account.HeldDocument;
import fr.tessere.citizen.code.CodeCheck;
import fr.tessere.citizen.code.CodeChoice;
import fr.tessere.citizen.code.CodeCredential;
import fr.tessere.citizen.enrolment.DocumentLock;
import fr.tessere.citizen.mail.AddressProof;
import fr.tessere.citizen.passkey.Passkeys;
import fr.tessere.keycloak.door.Visit;
import fr.tessere.keycloak.login.Reception;
import fr.tessere.keycloak.reading.HandleDigest;
import fr.tessere.keycloak.token.IdentityNote;
import fr.tessere.keycloak.token.SignedInCitizen;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.assurance.AssuranceLevel;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * What the holder decides. Whatever a form names is looked for among the holder's own things, and nowhere else. What removes
 * or changes a factor needs a level that still counts, whatever code is typed; blocking a document does not.
 */
final class IdentityActs {
    private static final Outcome TOO_OLD = new Outcome.Refused(RefusalCode.LEVEL_TOO_OLD);
    private static final Outcome NOTHING = new Outcome.Refused(RefusalCode.NOT_YOURS);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Reception reception;
    private final UserModel account;
    private final UserSessionModel here;
    private final Visit holder;
    private final FactorNews news;

    IdentityActs(KeycloakSession session, Reception reception, Visit holder) {
        this.session = session;
        this.reception = reception;
        this.holder = holder;
        realm = session.getContext().getRealm();
        account = holder.account();
        here = holder.session();
        news = new FactorNews(session, holder);
    }

    /** At once, and without a code: whoever lost a document must lose no time. Sessions that it began elsewhere end. */
    Outcome block(String document) {
        return document(document).map(this::block).orElse(NOTHING);
    }

    /** By the personal code, in a session that another proof began. */
    Outcome unblock(String document, String code) {
        if (isTooOld()) {
            return TOO_OLD;
        }
        Optional<HeldDocument> held = document(document);
        if (held.isEmpty()) {
            return NOTHING;
        }
        Optional<RefusalCode> wrong = check(code);
        if (wrong.isPresent()) {
            return new Outcome.Refused(wrong.get());
        }
        boolean own = lock().unblock(held.get().digest(), reception.now());
        return own ? new Outcome.Done("unblocked") : NOTHING;
    }

    private Outcome block(HeldDocument held) {
        boolean own = lock().block(held.digest(), reception.now());
        if (own) {
            others().forEach(this::end);
        }
        return own ? new Outcome.Done("blocked") : NOTHING;
    }

    private DocumentLock lock() {
        return new DocumentLock(session, account);
    }

    /** A code for an agent at a counter. It raises what the session may have, so the level must count still. */
    Outcome compare() {
        return isTooOld() ? TOO_OLD : counter().code();
    }

    /** Giving up a level takes no code. */
    Outcome withdrawComparison(String document) {
        boolean withdrawn = document(document)
                .filter(held -> counter().withdraw(held.digest()))
                .isPresent();
        return withdrawn ? new Outcome.Done("uncompared") : NOTHING;
    }

    private CounterVisit counter() {
        return new CounterVisit(session, reception, holder);
    }

    /** The service asks again next time; what it has it was given before. */
    Outcome withdraw(String service) {
        boolean withdrawn = new Consents(session, reception, account).withdraw(service);
        return withdrawn ? new Outcome.Done("withdrawn") : NOTHING;
    }

    /** Ends a session of the holder's, this one too. */
    Outcome end(String id) {
        Optional<UserSessionModel> own = session.sessions()
                .getUserSessionsStream(realm, account)
                .filter(one -> HandleDigest.shown(one.getId()).equals(id))
                .findFirst();
        own.ifPresent(this::end);
        return own.isPresent() ? new Outcome.Done("ended") : NOTHING;
    }

    private void end(UserSessionModel one) {
        AuthenticationManager.backchannelLogout(
                session,
                realm,
                one,
                session.getContext().getUri(),
                session.getContext().getConnection(),
                session.getContext().getRequestHeaders(),
                true);
    }

    private java.util.List<UserSessionModel> others() {
        return session.sessions()
                .getUserSessionsStream(realm, account)
                .filter(one -> !one.getId().equals(here.getId()))
                .toList();
    }

    Outcome removePasskey(String id) {
        if (isTooOld()) {
            return TOO_OLD;
        }
        if (!new Passkeys(session, account).remove(id)) {
            return NOTHING;
        }
        news.passkeyRemoved();
        return new Outcome.Done("passkey-removed");
    }

    /** By the old code; the same rules as at first use. */
    Outcome changeCode(String code, String fresh, String again) {
        if (isTooOld()) {
            return TOO_OLD;
        }
        Optional<RefusalCode> wrong = check(code)
                .or(() -> new CodeChoice(fresh, again).wrong(citizen().birthDate()));
        if (wrong.isPresent()) {
            return new Outcome.Refused(wrong.get());
        }
        CodeCredential.set(session, account, fresh);
        news.codeChanged();
        return new Outcome.Done("code-changed");
    }

    /** By the code, because the address helps to a new one. The address counts once its link is opened; the one of before is told. */
    Outcome giveAddress(String address, String code) {
        if (isTooOld()) {
            return TOO_OLD;
        }
        Optional<RefusalCode> wrong =
                check(code).or(() -> new AddressProof(session, reception).begin(account, address));
        if (wrong.isPresent()) {
            return new Outcome.Refused(wrong.get());
        }
        news.addressGiven();
        return new Outcome.Done("address-sent");
    }

    /** Everything of this account in this realm: documents, history, code, passkeys, consents, sessions. */
    Outcome delete(String code, String sure) {
        if (isTooOld()) {
            return TOO_OLD;
        }
        Optional<RefusalCode> wrong = check(code);
        if (wrong.isPresent()) {
            return new Outcome.Refused(wrong.get());
        }
        if (!sure.equals("yes")) {
            return new Outcome.Refused(RefusalCode.DELETION_NOT_CONFIRMED);
        }
        news.deleted();
        others().forEach(this::end);
        end(here);
        AuthenticationManager.expireIdentityCookie(session);
        return new UserManager(session).removeUser(realm, account) ? new Outcome.Gone() : NOTHING;
    }

    private boolean isTooOld() {
        return !holder.holds(AssuranceLevel.EIDAS2, reception.now());
    }

    private Optional<RefusalCode> check(String code) {
        return new CodeCheck(session, account).of(code, reception.now());
    }

    private SignedInCitizen citizen() {
        return IdentityNote.of(session).open(here).orElseThrow();
    }

    private Optional<HeldDocument> document(String id) {
        return Accounts.of(session).documents(account).stream()
                .filter(held -> HandleDigest.shown(held.digest()).equals(id))
                .findFirst();
    }
}
