package fr.tessere.verification;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.RefusedException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM over what must wait in a store, bound to what it is and to the reading it belongs to. Sealed form: format
 * (1 byte, 1), round (1 byte), nonce (12 bytes), ciphertext, tag (16 bytes).
 */
final class Sealing {
    private static final int FORMAT = 1;
    private static final int HEADER_LENGTH = 2;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random;

    Sealing(SealingKey key, SecureRandom random) {
        this.key = new SecretKeySpec(key.value().toArray(), "AES");
        this.random = random;
    }

    Bytes seal(String purpose, ReadingRequest request, int round, Bytes plain) {
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        Bytes header = Bytes.of((byte) FORMAT, (byte) round);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, header, purpose, request);
            return Bytes.concat(header, Bytes.of(nonce), Bytes.of(cipher.doFinal(plain.toArray())));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no AES-GCM", impossible);
        }
    }

    /** Refuses {@code pending-reading-invalid} what was changed, or sealed for something else. */
    Opened open(String purpose, ReadingRequest request, Bytes sealed) throws RefusedException {
        int start = HEADER_LENGTH + NONCE_LENGTH;
        if (sealed.length() < start || sealed.at(0) != FORMAT) {
            throw new RefusedException(RefusalCode.PENDING_READING_INVALID, "sealed bytes of another form");
        }
        try {
            byte[] nonce = sealed.slice(HEADER_LENGTH, start).toArray();
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, nonce, sealed.slice(0, HEADER_LENGTH), purpose, request);
            return new Opened(
                    sealed.at(1), Bytes.of(cipher.doFinal(sealed.from(start).toArray())));
        } catch (GeneralSecurityException changed) {
            throw new RefusedException(
                    RefusalCode.PENDING_READING_INVALID, "the sealed bytes were changed or are of another reading");
        }
    }

    /**
     * What was sealed.
     *
     * @param round the round it was sealed for
     * @param plain the content
     */
    record Opened(int round, Bytes plain) {}

    private Cipher cipher(int mode, byte[] nonce, Bytes header, String purpose, ReadingRequest request)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", "SunJCE");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(header.toArray());
        for (String part : new String[] {purpose, request.handle(), request.clientId(), request.level()}) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            cipher.updateAAD(new byte[] {(byte) (bytes.length >> 8), (byte) bytes.length});
            cipher.updateAAD(bytes);
        }
        return cipher;
    }
}
