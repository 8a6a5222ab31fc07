package fr.tessere.verification.authenticity;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.Guarded;
import fr.tessere.verification.evidence.RefusedException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.util.BigIntegers;

/**
 * A static key in a sound subgroup of prime order of a prime field (ICAO 9303-11 §9.4.2, RFC 2631).
 *
 * @param group the subgroup
 * @param number the public key: an element of the subgroup other than 1
 */
record PrimeFieldKey(PrimeFieldGroup group, BigInteger number) implements StaticKey {

    /** Refuses {@code chip-key-malformed} and {@code chip-key-weak}. */
    static PrimeFieldKey of(SubjectPublicKeyInfo key) throws RefusedException {
        PrimeFieldGroup group = PrimeFieldGroup.of(key.getAlgorithm());
        BigInteger number = Guarded.parse(
                RefusalCode.CHIP_KEY_MALFORMED,
                "the chip's public key",
                () -> ASN1Integer.getInstance(key.parsePublicKey()).getValue());
        RefusedException.require(
                group.contains(number),
                RefusalCode.CHIP_KEY_MALFORMED,
                "a public key of %d bits that is not in the subgroup".formatted(number.bitLength()));
        return new PrimeFieldKey(group, number);
    }

    @Override
    public String title() {
        return "DH " + group.title();
    }

    @Override
    public boolean isElliptic() {
        return false;
    }

    @Override
    public int strength() {
        int bits = group.prime().bitLength();
        int ofPrime = bits < 3072 ? 112 : bits < 7680 ? 128 : 192;
        return Math.min(ofPrime, group.order().bitLength() / 2);
    }

    /** The public key without zeros in front (§9.4.1), the secret as long as the prime. */
    @Override
    public Agreement agree(SecureRandom random) {
        BigInteger secret =
                BigIntegers.createRandomInRange(BigInteger.ONE, group.order().subtract(BigInteger.ONE), random);
        return new Agreement(
                Bytes.of(BigIntegers.asUnsignedByteArray(group.generator().modPow(secret, group.prime()))),
                fullLength(number.modPow(secret, group.prime())));
    }

    private Bytes fullLength(BigInteger element) {
        return Bytes.of(BigIntegers.asUnsignedByteArray((group.prime().bitLength() + 7) / 8, element));
    }
}
