package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.util.BigIntegers;

/** Encrypted chip authentication data (ICAO 9303-11 §4.4.3.5): what only the owner of the static key can say. */
final class ChipMappingProof {
    private ChipMappingProof() {}

    /**
     * Divides the mapping key by the static key and encrypts the result.
     *
     * @param staticKey the chip's own
     * @param mappingKey ephemeral, used in this run
     * @param order of the curve
     */
    static Bytes of(BigInteger staticKey, BigInteger mappingKey, BigInteger order, SessionKeys keys) {
        BigInteger data = staticKey.modInverse(order).multiply(mappingKey).mod(order);
        Bytes plain = Bytes.of(BigIntegers.asUnsignedByteArray((order.bitLength() + 7) / 8, data));
        int block = keys.cipher().blockLength();
        byte[] minusOne = new byte[block];
        Arrays.fill(minusOne, (byte) 0xFF);
        Bytes iv = BlockCiphers.encrypt(keys.cipher(), keys.encryption(), Bytes.of(minusOne));
        return BlockCiphers.encrypt(keys.cipher(), keys.encryption(), iv, Padding.add(plain, block));
    }
}
