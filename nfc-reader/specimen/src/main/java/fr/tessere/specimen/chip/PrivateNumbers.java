package fr.tessere.specimen.chip;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Random private keys: as many bytes as the order has, drawn again until they fit. */
final class PrivateNumbers {
    private PrivateNumbers() {}

    /** A number from 1 to one less than the order. */
    static BigInteger below(BigInteger order, SecureRandom random) {
        byte[] drawn = new byte[(order.bitLength() + 7) / 8];
        int spare = drawn.length * 8 - order.bitLength();
        BigInteger number;
        do {
            random.nextBytes(drawn);
            drawn[0] &= (byte) (0xFF >> spare);
            number = new BigInteger(1, drawn);
        } while (number.signum() == 0 || number.compareTo(order) >= 0);
        return number;
    }
}
