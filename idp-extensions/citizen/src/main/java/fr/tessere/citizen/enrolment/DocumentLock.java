package fr.tessere.citizen.enrolment;

import fr.tessere.citizen.account.Accounts;
import fr.tessere.citizen.account.HeldDocument;
import fr.tessere.citizen.mail.Message;
import fr.tessere.citizen.mail.Post;
import fr.tessere.counter.code.CounterCodes;
import fr.tessere.journal.record.Journal;
import fr.tessere.keycloak.login.Reception;
import fr.tessere.keycloak.status.Comparisons;
import java.time.Instant;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Blocks and unblocks a document for its holder: in the account, in the log, and told by e-mail. */
public final class DocumentLock {
    private final KeycloakSession session;
    private final UserModel account;

    /** For the documents of this account. */
    public DocumentLock(KeycloakSession session, UserModel account) {
        this.session = session;
        this.account = account;
    }

    /** It opens the account no more; false if it is none of the account's. */
    public boolean block(String digest, Instant at) {
        boolean own = set(digest, HeldDocument.State.BLOCKED, at);
        Reception reception = Reception.of(session);
        new CounterCodes(session, reception.secret(), reception.random()).end(account.getId());
        boolean compared = own && new Comparisons(session).end(account.getId(), digest);
        if (compared) {
            new Journal(session).holder("comparison-ended", account.getId(), digest);
        }
        if (own) {
            new Post(session).tell(account, compared ? Message.COMPARED_DOCUMENT_BLOCKED : Message.DOCUMENT_BLOCKED);
        }
        return own;
    }

    /** It opens the account again; false if it is none of the account's. */
    public boolean unblock(String digest, Instant at) {
        boolean own = set(digest, HeldDocument.State.ACTIVE, at);
        if (own) {
            new Post(session).tell(account, Message.DOCUMENT_UNBLOCKED);
        }
        return own;
    }

    private boolean set(String digest, HeldDocument.State state, Instant at) {
        boolean own = Accounts.of(session).set(account, digest, state, at);
        if (own) {
            new Journal(session).holder("document-" + state.word(), account.getId(), digest);
        }
        return own;
    }
}
