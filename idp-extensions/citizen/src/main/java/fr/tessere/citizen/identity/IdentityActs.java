package fr.tessere.citizen.identity;

import fr.tessere.citizen.account.Accounts;
import fr.tessere.citizen.account.HeldDocument;
import fr.tessere.citizen.code.CodeCheck;
import fr.tessere.citizen.code.CodeChoice;
import fr.tessere.citizen.code.CodeCredential;
import fr.tessere.keycloak.login.Reception;
import fr.tessere.keycloak.reading.HandleDigest;
import fr.tessere.keycloak.token.IdentityNote;
import fr.tessere.keycloak.token.SignedInCitizen;
import fr.tessere.protocol.reading.RefusalCode;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.UserConsentManager;

/** What the holder decides. Whatever a form names is looked for among the holder's own things, and nowhere else. */
final class IdentityActs {
    private static final Outcome NOTHING = new Outcome.Refused(RefusalCode.NOT_YOURS);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Reception reception;
    private final UserModel account;
    private final UserSessionModel here;

    IdentityActs(KeycloakSession session, Reception reception, Holder holder) {
        this.session = session;
        this.reception = reception;
        realm = session.getContext().getRealm();
        account = holder.account();
        here = holder.session();
    }

    /** At once, and without a code: whoever lost a document must lose no time. Sessions that it began elsewhere end. */
    Outcome block(String document) {
        return document(document)
                .map(held -> set(held, HeldDocument.State.BLOCKED, "blocked"))
                .orElse(NOTHING);
    }

    /** By the personal code, in a session that another proof began. */
    Outcome unblock(String document, String code) {
        Optional<HeldDocument> held = document(document);
        if (held.isEmpty()) {
            return NOTHING;
        }
        Optional<RefusalCode> wrong = check(code);
        return wrong.isPresent()
                ? new Outcome.Refused(wrong.get())
                : set(held.get(), HeldDocument.State.ACTIVE, "unblocked");
    }

    private Outcome set(HeldDocument held, HeldDocument.State state, String done) {
        boolean own = Accounts.of(session).set(account, held.digest(), state, reception.now());
        if (own && state == HeldDocument.State.BLOCKED) {
            others().forEach(this::end);
        }
        return own ? new Outcome.Done(done) : NOTHING;
    }

    /** The service asks again next time; what it has it was given before. */
    Outcome withdraw(String service) {
        ClientModel client = realm.getClientByClientId(service);
        boolean withdrawn = client != null && UserConsentManager.revokeConsentToClient(session, client, account);
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
        boolean own = account.credentialManager()
                .getStoredCredentialsByTypeStream(WebAuthnCredentialModel.TYPE_PASSWORDLESS)
                .map(CredentialModel::getId)
                .anyMatch(id::equals);
        return own && account.credentialManager().removeStoredCredentialById(id)
                ? new Outcome.Done("passkey-removed")
                : NOTHING;
    }

    /** By the old code; the same rules as at first use. */
    Outcome changeCode(String code, String fresh, String again) {
        Optional<RefusalCode> wrong = check(code)
                .or(() -> new CodeChoice(fresh, again).wrong(citizen().birthDate()));
        if (wrong.isPresent()) {
            return new Outcome.Refused(wrong.get());
        }
        CodeCredential.set(session, account, fresh);
        return new Outcome.Done("code-changed");
    }

    /** Everything of this account in this realm: documents, history, code, passkeys, consents, sessions. */
    Outcome delete(String code, String sure) {
        Optional<RefusalCode> wrong = check(code);
        if (wrong.isPresent()) {
            return new Outcome.Refused(wrong.get());
        }
        if (!sure.equals("yes")) {
            return new Outcome.Refused(RefusalCode.DELETION_NOT_CONFIRMED);
        }
        others().forEach(this::end);
        end(here);
        AuthenticationManager.expireIdentityCookie(session);
        return new UserManager(session).removeUser(realm, account) ? new Outcome.Gone() : NOTHING;
    }

    private Optional<RefusalCode> check(String code) {
        return new CodeCheck(session, account).of(code, reception.now());
    }

    private SignedInCitizen citizen() {
        return new IdentityNote(reception.secret())
                .open(here.getNote(IdentityNote.NAME), account.getId())
                .orElseThrow();
    }

    private Optional<HeldDocument> document(String id) {
        return Accounts.of(session).documents(account).stream()
                .filter(held -> HandleDigest.shown(held.digest()).equals(id))
                .findFirst();
    }
}
