package fr.tessere.verification.authenticity;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.DigestAlgorithm;
import fr.tessere.verification.evidence.RefusedException;
import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Map;
import org.bouncycastle.util.BigIntegers;

/**
 * RSA signature with partial message recovery, ISO 9796-2 scheme 1 (ICAO 9303-11 §6.1.2.3): the chip chooses a first part
 * M1 that comes back out of the signature; the challenge is the rest of the message.
 */
final class RecoverySignature {
    private static final int HEADER = 0x6A;
    private static final int IMPLICIT_TRAILER = 0xBC;
    private static final int EXPLICIT_TRAILER = 0xCC;
    private static final int FIRST_NUMBER = 0x31;
    private static final int LAST_NUMBER = 0x3F;
    private static final Map<Integer, DigestAlgorithm> DIGESTS = Map.of(
            0x33, DigestAlgorithm.SHA1,
            0x34, DigestAlgorithm.SHA256,
            0x35, DigestAlgorithm.SHA512,
            0x36, DigestAlgorithm.SHA384,
            0x38, DigestAlgorithm.SHA224);

    private RecoverySignature() {}

    /** The digest; refuses {@code chip-not-original} what the key did not sign. */
    static DigestAlgorithm verify(RSAPublicKey key, Bytes challenge, Bytes signature) throws RefusedException {
        byte[] block = opened(key, signature);
        int last = block[block.length - 1] & 0xFF;
        // before anything else is believed: under another key this block is noise, and noise may name any digest
        require(block[0] == HEADER, "no header of partial recovery");
        require(last == IMPLICIT_TRAILER || last == EXPLICIT_TRAILER, "trailer %02X".formatted(last));
        int trailer = last == IMPLICIT_TRAILER ? 1 : 2;
        DigestAlgorithm digest = trailer == 1 ? DigestAlgorithm.SHA1 : named(block[block.length - 2] & 0xFF);
        int digestAt = block.length - trailer - digest.length();
        require(digestAt > 1, "nothing recovered");
        byte[] recovered = Arrays.copyOfRange(block, 1, digestAt);
        Bytes found = Bytes.of(Arrays.copyOfRange(block, digestAt, digestAt + digest.length()));
        require(found.equals(Bytes.of(digest.digest(recovered, challenge.toArray()))), "another challenge was signed");
        return digest;
    }

    /** The digest of this number in ISO/IEC 10118; {@code chip-algorithm} is said of numbers that name one and no others. */
    private static DigestAlgorithm named(int number) throws RefusedException {
        DigestAlgorithm digest = DIGESTS.get(number);
        if (digest == null) {
            require(number >= FIRST_NUMBER && number <= LAST_NUMBER, "trailer %02XCC".formatted(number));
            throw new RefusedException(RefusalCode.CHIP_ALGORITHM, "trailer %02XCC".formatted(number));
        }
        return digest;
    }

    /** The block under the signature; the signer may have taken the smaller of s and n - s. */
    private static byte[] opened(RSAPublicKey key, Bytes signature) throws RefusedException {
        BigInteger modulus = key.getModulus();
        int length = (modulus.bitLength() + 7) / 8;
        require(signature.length() == length, "a signature of %d bytes".formatted(signature.length()));
        BigInteger number = new BigInteger(1, signature.toArray());
        require(number.compareTo(modulus) < 0, "a signature above the modulus");
        BigInteger opened = number.modPow(key.getPublicExponent(), modulus);
        boolean ends = (opened.intValue() & 0xF) == 0xC;
        return BigIntegers.asUnsignedByteArray(length, ends ? opened : modulus.subtract(opened));
    }

    private static void require(boolean holds, String detail) throws RefusedException {
        RefusedException.require(
                holds, RefusalCode.CHIP_NOT_ORIGINAL, "the signature over the challenge is wrong: " + detail);
    }
}
