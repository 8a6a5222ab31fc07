package fr.tessere.verification.authenticity;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.evidence.DigestAlgorithm;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * What the chip signs in Active Authentication: the first 8 bytes of SHA-256 over the server's nonce and what the reading
 * is for, so that an answer fits one reading only. Each part stands behind its length in 4 bytes.
 *
 * @param nonce 32 random bytes, secret until the script is sent
 * @param value 8 bytes
 */
public record Challenge(Bytes nonce, Bytes value) {
    private static final int NONCE_LENGTH = 32;
    private static final int LENGTH = 8;

    /** A challenge from a fresh nonce. */
    public static Challenge fresh(SecureRandom random, String... purpose) {
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        return of(Bytes.of(nonce), purpose);
    }

    /** The challenge that this nonce gives. */
    public static Challenge of(Bytes nonce, String... purpose) {
        byte[][] parts = new byte[2 * (purpose.length + 1)][];
        put(parts, 0, nonce.toArray());
        for (int i = 0; i < purpose.length; i++) {
            put(parts, i + 1, purpose[i].getBytes(StandardCharsets.UTF_8));
        }
        return new Challenge(
                nonce, Bytes.of(DigestAlgorithm.SHA256.digest(parts)).slice(0, LENGTH));
    }

    private static void put(byte[][] parts, int i, byte[] part) {
        parts[2 * i] = ByteBuffer.allocate(4).putInt(part.length).array();
        parts[2 * i + 1] = part;
    }
}
