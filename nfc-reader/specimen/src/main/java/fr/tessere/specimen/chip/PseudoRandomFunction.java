package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;
import java.math.BigInteger;

/** R(s, t) of integrated mapping (ICAO 9303-11 §4.4.3.3.2): two nonces become a field element. */
final class PseudoRandomFunction {
    private static final Bytes SHORT_0 = Bytes.ofHex("A668892A7C41E3CA739F40B057D85904");
    private static final Bytes SHORT_1 = Bytes.ofHex("A4E136AC725F738B01C1F60217C188AD");
    private static final Bytes LONG_0 = Bytes.ofHex("D463D65234124EF7897054986DCA0A174E28DF758CBAA03F240616414D5A1676");
    private static final Bytes LONG_1 = Bytes.ofHex("54BD7255F0AAF831BEC3423FCF39D69B6CBF066677D0FAAE5AADD99DF8E53517");

    /** Bits beyond those of the prime, so that no element is likelier than another. */
    private static final int MARGIN = 64;

    private PseudoRandomFunction() {}

    /** Bytes of the chip's nonce s: whole blocks, and at least as many as a key has. */
    static int nonceLength(SessionCipher cipher) {
        return cipher.keyLength() > 16 ? 32 : 16;
    }

    /**
     * The field element.
     *
     * @param s the chip's nonce, {@link #nonceLength} bytes
     * @param t the terminal's nonce, as long as a key
     */
    static BigInteger element(SessionCipher cipher, Bytes s, Bytes t, BigInteger p) {
        boolean isLong = s.length() == 32;
        Bytes key = BlockCiphers.encrypt(cipher, t, s);
        Bytes drawn = Bytes.EMPTY;
        while (drawn.length() * 8 < p.bitLength() + MARGIN) {
            Bytes current = key.slice(0, cipher.keyLength());
            drawn = Bytes.concat(drawn, BlockCiphers.encrypt(cipher, current, isLong ? LONG_1 : SHORT_1));
            key = BlockCiphers.encrypt(cipher, current, isLong ? LONG_0 : SHORT_0);
        }
        return new BigInteger(1, drawn.toArray()).mod(p);
    }
}
