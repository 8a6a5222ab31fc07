package fr.tessere.verification.authenticity;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.evidence.DigestAlgorithm;
import java.util.Arrays;

/**
 * The two keys of a secure channel (ICAO 9303-11 §9.7). Never printed.
 *
 * @param suite which cipher
 * @param encryption KSEnc, 16, 24 or 32 bytes
 * @param mac KSMac, 16, 24 or 32 bytes
 */
record SessionKeys(ChipSuite suite, Bytes encryption, Bytes mac) {

    /** Derived from the shared secret: counter 1 for encryption, 2 for the MAC. */
    static SessionKeys derive(ChipSuite suite, byte[] sharedSecret) {
        return new SessionKeys(suite, key(suite, sharedSecret, 1), key(suite, sharedSecret, 2));
    }

    private static Bytes key(ChipSuite suite, byte[] secret, int counter) {
        DigestAlgorithm digest = suite.keyLength() > 16 ? DigestAlgorithm.SHA256 : DigestAlgorithm.SHA1;
        byte[] output = digest.digest(secret, new byte[] {0, 0, 0, (byte) counter});
        return Bytes.of(Arrays.copyOf(output, suite.keyLength()));
    }

    @Override
    public String toString() {
        return "SessionKeys[" + suite.word() + ", hidden]";
    }
}
