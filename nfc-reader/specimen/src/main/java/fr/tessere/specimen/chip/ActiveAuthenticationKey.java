package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;

/**
 * The key for Active Authentication (ICAO 9303-11 §6.1); its public half stands in DG15 of an honest document.
 *
 * @param signature the form of its signatures
 * @param privateKey PKCS#8, RSA with CRT values or EC
 */
public record ActiveAuthenticationKey(Signature signature, Bytes privateKey) {

    /** ISO 9796-2 scheme 1 for RSA (SHA-1 with trailer BC, the others with their own), plain r and s for ECDSA. */
    public enum Signature {
        RSA_SHA1("SHA-1"),
        RSA_SHA224("SHA-224"),
        RSA_SHA256("SHA-256"),
        RSA_SHA384("SHA-384"),
        RSA_SHA512("SHA-512"),
        /** Against the standard: SHA-256, and a trailer that says SHA-512. */
        RSA_WRONG_TRAILER("SHA-256"),
        /** Against the standard: SHA-256, and a trailer that says Whirlpool, which ICAO does not allow. */
        RSA_UNKNOWN_TRAILER("SHA-256"),
        ECDSA_SHA1("SHA-1"),
        ECDSA_SHA224("SHA-224"),
        ECDSA_SHA256("SHA-256"),
        ECDSA_SHA384("SHA-384"),
        ECDSA_SHA512("SHA-512"),
        /** Beside the standard, as some States' chips: r and s in the SEQUENCE that certificates have (RFC 3279 §2.2.3). */
        ECDSA_SEQUENCE("SHA-256");

        private final String digest;

        Signature(String digest) {
            this.digest = digest;
        }

        /** Name of the hash algorithm. */
        public String digest() {
            return digest;
        }
    }
}
