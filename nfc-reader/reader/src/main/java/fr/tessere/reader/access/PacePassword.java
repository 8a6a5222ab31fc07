package fr.tessere.reader.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/** An access key as the protocols use it (ICAO 9303-11 §4.3.2, §4.4.4). Lives for one run of a protocol. */
final class PacePassword {
    private PacePassword() {}

    /** Number of the password in MSE:Set AT: 1 for the MRZ, 2 for the CAN. */
    static byte reference(AccessKey key) {
        return (byte) (key instanceof CardAccessNumber ? 2 : 1);
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
