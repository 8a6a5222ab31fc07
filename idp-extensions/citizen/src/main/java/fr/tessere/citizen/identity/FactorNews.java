package fr.tessere.citizen.identity;

import fr.tessere.citizen.code.CodeCredential;
import fr.tessere.citizen.mail.Message;
import fr.tessere.citizen.mail.Post;
import fr.tessere.keycloak.door.Visit;
import fr.tessere.protocol.reading.RefusalCode;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/**
 * What its holder changed about an account: an event, which the log takes, and a message to the confirmed address. What was
 * refused: an event.
 */
final class FactorNews {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final Visit holder;

    FactorNews(KeycloakSession session, Visit holder) {
        this.session = session;
        this.holder = holder;
        realm = session.getContext().getRealm();
    }

    /** The personal code is another one now. */
    void codeChanged() {
        event(EventType.UPDATE_CREDENTIAL)
                .detail(Details.CREDENTIAL_TYPE, CodeCredential.TYPE)
                .success();
        tell(Message.CODE_CHANGED);
    }

    /** Another address waits to be confirmed. */
    void addressGiven() {
        event(EventType.UPDATE_EMAIL).success();
        tell(Message.ADDRESS_GIVEN);
    }

    /** A passkey opens the account no more. */
    void passkeyRemoved() {
        event(EventType.REMOVE_CREDENTIAL)
                .detail(Details.CREDENTIAL_TYPE, WebAuthnCredentialModel.TYPE_PASSWORDLESS)
                .success();
        tell(Message.PASSKEY_REMOVED);
    }

    /** The account is about to be erased: afterwards nobody knows its address. */
    void deleted() {
        event(EventType.DELETE_ACCOUNT).success();
        tell(Message.IDENTITY_DELETED);
    }

    /** Something under "my identity" was not done: its cause, as the page says it. */
    void refused(RefusalCode code) {
        event(EventType.UPDATE_PROFILE).error(code.word());
    }

    private void tell(Message message) {
        new Post(session).tell(holder.account(), message);
    }

    private EventBuilder event(EventType type) {
        return new EventBuilder(realm, session, session.getContext().getConnection())
                .event(type)
                .client(IdentityDoor.CLIENT)
                .session(holder.session())
                .user(holder.account());
    }
}
