package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;
import java.util.Arrays;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.DESParameters;

/** The key derivation function (ICAO 9303-11 §9.7.1): a hash of secret and counter, cut to the key's length. */
final class KeyDerivation {
    /** Counter for a key that encrypts. */
    static final int ENCRYPTION = 1;
    /** Counter for a key that makes checksums. */
    static final int CHECKSUM = 2;
    /** Counter for the key that PACE derives from a password. */
    static final int PASSWORD = 3;

    private KeyDerivation() {}

    /** Derives one key; a 3DES key has its parity bits set. */
    static Bytes derive(SessionCipher cipher, Bytes secret, int counter) {
        boolean longKey = cipher == SessionCipher.AES_192 || cipher == SessionCipher.AES_256;
        Bytes input = Bytes.concat(secret, Bytes.of((byte) 0, (byte) 0, (byte) 0, (byte) counter));
        byte[] hash = hash(longKey ? new SHA256Digest() : new SHA1Digest(), input);
        byte[] key = Arrays.copyOf(hash, cipher.keyLength());
        if (cipher == SessionCipher.DES_EDE) {
            DESParameters.setOddParity(key);
        }
        return Bytes.of(key);
    }

    /** SHA-1, 20 bytes. */
    static Bytes sha1(Bytes input) {
        return Bytes.of(hash(new SHA1Digest(), input));
    }

    private static byte[] hash(Digest digest, Bytes input) {
        byte[] result = new byte[digest.getDigestSize()];
        digest.update(input.toArray(), 0, input.length());
        digest.doFinal(result, 0);
        return result;
    }
}
