package fr.tessere.keycloak.token;

import fr.tessere.keycloak.settings.Secret;
import fr.tessere.protocol.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what Keycloak keeps in its database for us (AES-256-GCM under a key of the secret), bound to one account or document:
 * it opens nowhere else.
 */
public final class SealedText {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;

    /** Seals for one purpose; what another purpose sealed does not open. */
    public SealedText(Secret secret, String purpose) {
        key = new SecretKeySpec(secret.key(purpose).toArray(), "AES");
    }

    /** These bytes as text, for this owner. */
    public String seal(byte[] plain, String owner, SecureRandom random) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(plain);
            return Base64.getEncoder()
                    .encodeToString(
                            Bytes.concat(Bytes.of(nonce), Bytes.of(sealed)).toArray());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has AES-GCM", impossible);
        }
    }

    /** The bytes of this owner's text; empty if it was changed, or is another owner's. */
    public Optional<byte[]> open(String text, String owner) {
        try {
            Bytes sealed = Bytes.ofBase64(text);
            byte[] nonce = sealed.slice(0, NONCE).toArray();
            return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, owner)
                    .doFinal(sealed.from(NONCE).toArray()));
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
