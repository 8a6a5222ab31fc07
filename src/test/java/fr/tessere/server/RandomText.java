package fr.tessere.server;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets that only one run has. */
final class RandomText {
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    /** So many random bytes in Base64. */
    static String of(int bytes) {
        byte[] value = new byte[bytes];
        RANDOM.nextBytes(value);
        return Base64.getEncoder().encodeToString(value);
    }
}
