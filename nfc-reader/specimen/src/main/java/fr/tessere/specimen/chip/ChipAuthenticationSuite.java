package fr.tessere.specimen.chip;

import java.util.Arrays;
import java.util.Optional;

/** The protocols id-CA-DH and id-CA-ECDH with their ciphers (ICAO 9303-11 §9.2.7). */
public enum ChipAuthenticationSuite {
    DH_3DES("0.4.0.127.0.7.2.2.3.1.1", SessionCipher.DES_EDE),
    DH_AES_128("0.4.0.127.0.7.2.2.3.1.2", SessionCipher.AES_128),
    DH_AES_192("0.4.0.127.0.7.2.2.3.1.3", SessionCipher.AES_192),
    DH_AES_256("0.4.0.127.0.7.2.2.3.1.4", SessionCipher.AES_256),
    ECDH_3DES("0.4.0.127.0.7.2.2.3.2.1", SessionCipher.DES_EDE),
    ECDH_AES_128("0.4.0.127.0.7.2.2.3.2.2", SessionCipher.AES_128),
    ECDH_AES_192("0.4.0.127.0.7.2.2.3.2.3", SessionCipher.AES_192),
    ECDH_AES_256("0.4.0.127.0.7.2.2.3.2.4", SessionCipher.AES_256);

    private final String oid;
    private final SessionCipher cipher;

    ChipAuthenticationSuite(String oid, SessionCipher cipher) {
        this.oid = oid;
        this.cipher = cipher;
    }

    /** Object identifier, dotted. */
    public String oid() {
        return oid;
    }

    /** The cipher of the secure messaging that follows. */
    public SessionCipher cipher() {
        return cipher;
    }

    /** The suite with this object identifier. */
    public static Optional<ChipAuthenticationSuite> ofOid(String oid) {
        return Arrays.stream(values()).filter(suite -> suite.oid.equals(oid)).findFirst();
    }
}
