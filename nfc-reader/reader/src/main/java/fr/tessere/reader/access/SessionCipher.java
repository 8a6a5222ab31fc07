package fr.tessere.reader.access;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jmrtd.Util;
import org.jmrtd.protocol.AESSecureMessagingWrapper;
import org.jmrtd.protocol.DESedeSecureMessagingWrapper;
import org.jmrtd.protocol.SecureMessagingWrapper;

/** Ciphers of access control and secure messaging (ICAO 9303-11 §9.7, §9.8), the weakest first. */
enum SessionCipher {
    DESEDE(1, "3DES-CBC-CBC", "DESede", 128, 8, "ISO9797ALG3WITHISO7816-4PADDING"),
    AES_128(2, "AES-CBC-CMAC-128", "AES", 128, 16, "AESCMAC"),
    AES_192(3, "AES-CBC-CMAC-192", "AES", 192, 16, "AESCMAC"),
    AES_256(4, "AES-CBC-CMAC-256", "AES", 256, 16, "AESCMAC");

    private final int arc;
    private final String title;
    private final String algorithm;
    private final int keyBits;
    private final int block;
    private final String mac;

    SessionCipher(int arc, String title, String algorithm, int keyBits, int block, String mac) {
        this.arc = arc;
        this.title = title;
        this.algorithm = algorithm;
        this.keyBits = keyBits;
        this.block = block;
        this.mac = mac;
    }

    /** The cipher that the last arc of a protocol identifier names. */
    static Optional<SessionCipher> ofArc(int arc) {
        return Arrays.stream(values()).filter(cipher -> cipher.arc == arc).findFirst();
    }

    /** As in the names of the protocols. */
    String title() {
        return title;
    }

    /** JCA name of the block cipher. */
    String algorithm() {
        return algorithm;
    }

    /** JCA name of the MAC, with its padding. */
    String mac() {
        return mac;
    }

    /** Key length, bytes. */
    int keyLength() {
        return keyBits / 8;
    }

    /** Block length, bytes. */
    int block() {
        return block;
    }

    /** Key derivation (ICAO 9303-11 §9.7.1). */
    SecretKey derive(byte[] seed, KeyUse use) throws GeneralSecurityException {
        return Util.deriveKey(seed, algorithm, keyBits, use.counter);
    }

    /** Secure messaging from this counter on (ICAO 9303-11 §9.8). */
    SecureMessagingWrapper wrapper(SecretKey encryption, SecretKey mac, long counter) throws GeneralSecurityException {
        if (this == DESEDE) {
            return new DESedeSecureMessagingWrapper(encryption, mac, 65_536, true, counter);
        }
        return new AESSecureMessagingWrapper(encryption, mac, 65_536, true, counter);
    }

    /** What a derived key is for: the counter of the key derivation. */
    enum KeyUse {
        ENCRYPTION(1),
        MAC(2),
        PACE_NONCE(3);

        private final int counter;

        KeyUse(int counter) {
            this.counter = counter;
        }
    }
}
