package fr.tessere.verification.authenticity;

import java.security.SecureRandom;

/** The chip's static public key, checked: in the group that it names, and that group sound (ICAO 9303-11 §6.2). */
sealed interface StaticKey permits CurveKey, PrimeFieldKey {

    /** For receipts, for example {@code ECDH brainpoolP256r1} or {@code DH RFC 5114 2048-256}. */
    String title();

    /** True on an elliptic curve. */
    boolean isElliptic();

    /** Bits of symmetric strength (NIST SP 800-57 part 1, table 2). */
    int strength();

    /** Agrees with a key that is used this once. */
    Agreement agree(SecureRandom random);
}
