package fr.tessere.citizen.passkey;

import fr.tessere.citizen.account.Accounts;
import fr.tessere.citizen.account.HeldDocument;
import fr.tessere.citizen.account.HeldDocument.State;
import fr.tessere.citizen.account.KeptIdentity;
import fr.tessere.citizen.passkey.Passkeys.Passkey;
import fr.tessere.keycloak.login.HolderStanding;
import fr.tessere.keycloak.token.IdentityNote;
import fr.tessere.keycloak.token.SignedInCitizen;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.assurance.AssuranceLevel;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * What stands against the passkeys of an account now: a passkey is worth what the document is worth behind which it was
 * enrolled. One of which that is not known signs nobody in.
 */
public final class PasskeyStanding {
    private final KeycloakSession session;
    private final UserModel account;

    public PasskeyStanding(KeycloakSession session, UserModel account) {
        this.session = session;
        this.account = account;
    }

    /**
     * Why this passkey signs nobody in at this level; empty if it does. Refuses {@code passkey-without-document},
     * {@code passkey-document-blocked} and, where the level asks for the answer of an authority that is silent,
     * {@code document-status-unavailable}.
     */
    public Optional<RefusalCode> refusal(Passkey passkey, AssuranceLevel level) {
        Optional<HeldDocument> held = passkey.kept().flatMap(this::document);
        Optional<SignedInCitizen> citizen = passkey.kept().flatMap(this::citizen);
        if (held.isEmpty() || citizen.isEmpty()) {
            return Optional.of(RefusalCode.PASSKEY_WITHOUT_DOCUMENT);
        }
        if (held.get().state() == State.BLOCKED) {
            return Optional.of(RefusalCode.PASSKEY_DOCUMENT_BLOCKED);
        }
        return new HolderStanding(session).refusal(citizen.get(), level).map(PasskeyStanding::word);
    }

    /** The document behind this passkey, as long as the account has it. */
    public Optional<HeldDocument> document(KeptIdentity kept) {
        return Accounts.of(session).documents(account).stream()
                .filter(held -> held.digest().equals(kept.identity().document()))
                .findFirst();
    }

    private Optional<SignedInCitizen> citizen(KeptIdentity kept) {
        return IdentityNote.of(session).open(kept.identity().sealed(), account.getId());
    }

    private static RefusalCode word(RefusalCode ofDocument) {
        return switch (ofDocument) {
            case DOCUMENT_LOST, DOCUMENT_STOLEN, DOCUMENT_BLOCKED -> RefusalCode.PASSKEY_DOCUMENT_BLOCKED;
            default -> ofDocument;
        };
    }
}
