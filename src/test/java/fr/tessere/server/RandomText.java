package fr.tessere.server;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets that only one run has. */
final class RandomText {
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    /** So many random bytes in Base64. */
    static String of(int bytes) {
        return Base64.getEncoder().encodeToString(bytes(bytes));
    }

    /** The same in the letters that stand in an address as they are (RFC 4648 §5). */
    static String forAddress(int bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(bytes));
    }

    private static byte[] bytes(int count) {
        byte[] value = new byte[count];
        RANDOM.nextBytes(value);
        return value;
    }
}
