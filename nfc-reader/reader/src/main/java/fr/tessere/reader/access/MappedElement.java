package fr.tessere.reader.access;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Hex;

/**
 * The pseudo-random function of integrated mapping (ICAO 9303-11 §4.4.3.3.2): two nonces become a field element. Our own,
 * since jMRTD's cannot be run with 3DES.
 */
final class MappedElement {
    private static final byte[] SHORT_0 = Hex.decode("a668892a7c41e3ca739f40b057d85904");
    private static final byte[] SHORT_1 = Hex.decode("a4e136ac725f738b01c1f60217c188ad");
    private static final byte[] LONG_0 = Hex.decode("d463d65234124ef7897054986dca0a174e28df758cbaa03f240616414d5a1676");
    private static final byte[] LONG_1 = Hex.decode("54bd7255f0aaf831bec3423fcf39d69b6cbf066677d0faae5aadd99df8e53517");

    private MappedElement() {}

    /**
     * The element below the prime.
     *
     * @param nonce the chip's, 16 bytes, or 32 with keys of more than 16
     * @param readerNonce as long as a key
     */
    static BigInteger of(SessionCipher suite, byte[] nonce, byte[] readerNonce, BigInteger prime)
            throws GeneralSecurityException {
        boolean isLong = suite.keyLength() > SHORT_0.length;
        if (nonce.length != (isLong ? LONG_0 : SHORT_0).length) {
            throw new GeneralSecurityException("a nonce of %d bytes for integrated mapping".formatted(nonce.length));
        }
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        byte[] key = encrypt(suite, readerNonce, nonce);
        while (drawn.size() * 8 < prime.bitLength() + 64) {
            byte[] current = Arrays.copyOf(key, suite.keyLength());
            drawn.writeBytes(encrypt(suite, current, isLong ? LONG_1 : SHORT_1));
            key = encrypt(suite, current, isLong ? LONG_0 : SHORT_0);
        }
        return new BigInteger(1, drawn.toByteArray()).mod(prime);
    }

    private static byte[] encrypt(SessionCipher suite, byte[] key, byte[] plain) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(suite.algorithm() + "/CBC/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(suite == SessionCipher.DESEDE ? threeKeys(key) : key, suite.algorithm()),
                new IvParameterSpec(new byte[suite.block()]));
        return cipher.doFinal(plain);
    }

    /** Two-key 3DES uses the first key again as the third. */
    private static byte[] threeKeys(byte[] twoKeys) {
        byte[] three = Arrays.copyOf(twoKeys, 24);
        System.arraycopy(twoKeys, 0, three, 16, 8);
        return three;
    }
}
