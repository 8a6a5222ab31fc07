package fr.tessere.reader.access;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.reader.access.SessionCipher.KeyUse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import org.jmrtd.Util;

/** An access key as the protocols use it (ICAO 9303-11 §4.3.2, §4.4.4). Lives for one run of a protocol. */
final class PacePassword {
    private PacePassword() {}

    /** Number of the password in MSE:Set AT: 1 for the MRZ, 2 for the CAN. */
    static byte reference(AccessKey key) {
        return (byte) (key instanceof CardAccessNumber ? 2 : 1);
    }

    /** Decrypts the chip's nonce, 16 to 32 bytes (ICAO 9303-11 §4.4.3.3). */
    static byte[] nonce(AccessKey key, SessionCipher suite, Bytes encrypted) throws GeneralSecurityException {
        if (encrypted.length() < 16 || encrypted.length() > 32) {
            throw new GeneralSecurityException("a nonce of %d bytes, expected 16 to 32".formatted(encrypted.length()));
        }
        SecretKey nonceKey = suite.derive(secret(key), KeyUse.PACE_NONCE);
        Cipher cipher = Util.getCipher(suite.algorithm() + "/CBC/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, nonceKey, new IvParameterSpec(new byte[suite.block()]));
        return cipher.doFinal(encrypted.toArray());
    }

    /** The password itself: the digits of a CAN, SHA-1 (20 bytes) of the MRZ information. */
    static byte[] secret(AccessKey key) throws GeneralSecurityException {
        if (key instanceof CardAccessNumber can) {
            return can.digits().getBytes(StandardCharsets.ISO_8859_1);
        }
        String information = ((MrzKey) key).information();
        return MessageDigest.getInstance("SHA-1").digest(information.getBytes(StandardCharsets.ISO_8859_1));
    }
}
