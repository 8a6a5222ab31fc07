package fr.tessere.citizen.passkey;

import fr.tessere.citizen.account.KeptIdentities;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** The passkeys of an account. */
public final class Passkeys {
    private static final String TYPE = WebAuthnCredentialModel.TYPE_PASSWORDLESS;

    private final KeycloakSession session;
    private final UserModel account;

    public Passkeys(KeycloakSession session, UserModel account) {
        this.session = session;
        this.account = account;
    }

    /** All of them. */
    public List<Passkey> all() {
        return account.credentialManager()
                .getStoredCredentialsByTypeStream(TYPE)
                .map(Passkeys::passkey)
                .toList();
    }

    /** Removes one of them, and what was kept for the last; false if there is none with this id. */
    public boolean remove(String id) {
        boolean here = all().stream().anyMatch(passkey -> passkey.id().equals(id));
        if (here) {
            account.credentialManager().removeStoredCredentialById(id);
            if (all().isEmpty()) {
                new KeptIdentities(session).forget(account);
            }
        }
        return here;
    }

    private static Passkey passkey(CredentialModel stored) {
        return new Passkey(
                stored.getId(),
                Optional.ofNullable(stored.getUserLabel()).orElse(""),
                Instant.ofEpochMilli(
                        Optional.ofNullable(stored.getCreatedDate()).orElse(0L)));
    }

    /**
     * A passkey.
     *
     * @param id at the provider
     * @param label as its owner named it, may be empty
     * @param added when
     */
    public record Passkey(String id, String label, Instant added) {}
}
