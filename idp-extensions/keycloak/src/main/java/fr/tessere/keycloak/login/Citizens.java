package fr.tessere.keycloak.login;

import fr.tessere.keycloak.settings.Secret;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.identity.DocumentKey;
import java.util.Locale;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Accounts by document. An account holds a keyed digest and nothing else: no name, no number, no role. */
final class Citizens {
    private final KeycloakSession session;
    private final Bytes key;

    Citizens(KeycloakSession session, Secret secret) {
        this.session = session;
        this.key = secret.key("tessere document digest");
    }

    /** HMAC-SHA-256 of the document, 64 hexadecimal digits. */
    String digest(DocumentKey document) {
        return Secret.digest(key, document.bytes()).toHex().toLowerCase(Locale.ROOT);
    }

    /** The account of this digest, made if there is none. */
    UserModel account(String digest) {
        RealmModel realm = session.getContext().getRealm();
        UserModel known = session.users().getUserByUsername(realm, digest);
        if (known != null) {
            return known;
        }
        UserModel account = session.users().addUser(realm, null, digest, false, false);
        account.setEnabled(true);
        return account;
    }
}
