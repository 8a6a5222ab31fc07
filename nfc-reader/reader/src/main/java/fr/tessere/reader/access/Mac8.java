package fr.tessere.reader.access;

import fr.tessere.protocol.bytes.Bytes;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jmrtd.Util;

/** The MAC of a cipher suite, cut to 8 bytes (ICAO 9303-11 §9.8.7): AES-CMAC or the retail MAC with padding. */
final class Mac8 {
    private Mac8() {}

    static Bytes of(SessionCipher suite, SecretKey key, Bytes data) throws GeneralSecurityException {
        Mac mac = Util.getMac(suite.mac(), key);
        return Bytes.of(mac.doFinal(data.toArray())).slice(0, 8);
    }
}
