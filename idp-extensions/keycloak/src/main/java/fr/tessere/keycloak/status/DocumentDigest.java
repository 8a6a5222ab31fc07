package fr.tessere.keycloak.status;

import fr.tessere.keycloak.settings.Secret;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.identity.DocumentKey;
import java.util.Locale;

/**
 * A document as 64 hexadecimal digits: HMAC-SHA-256 of its {@link DocumentKey} under one key. The table's key is not the
 * accounts', so that whoever reads the database cannot tell whose document was reported.
 */
public final class DocumentDigest {
    private final Bytes key;

    /** Digests under this key, 32 bytes. */
    public DocumentDigest(Bytes key) {
        this.key = key;
    }

    /** Digests for the table of this installation. */
    public static DocumentDigest ofTable(Secret secret) {
        return new DocumentDigest(secret.key("tessere document status"));
    }

    /** Digests as the accounts have them. */
    public static DocumentDigest ofAccounts(Secret secret) {
        return new DocumentDigest(secret.key("tessere document digest"));
    }

    /** 32 bytes. */
    public Bytes bytes(DocumentKey document) {
        return Secret.digest(key, document.bytes());
    }

    /** The same as text. */
    public String text(DocumentKey document) {
        return bytes(document).toHex().toLowerCase(Locale.ROOT);
    }
}
