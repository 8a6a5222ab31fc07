package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.StatusWord;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.util.BigIntegers;

/**
 * A subgroup of prime order in the numbers modulo a prime.
 *
 * @param modulus p
 * @param generator g
 * @param order q
 */
record PrimeGroup(BigInteger modulus, BigInteger generator, BigInteger order) implements DomainGroup {

    @Override
    public int publicKeyTag() {
        return 0x84;
    }

    @Override
    public BigInteger privateKey(SecureRandom random) {
        return PrivateNumbers.below(order, random);
    }

    /** No zeros in front (ICAO 9303-11 §9.4.1), on the wire and in the token. */
    @Override
    public Bytes publicKey(BigInteger privateKey) {
        return Bytes.of(BigIntegers.asUnsignedByteArray(generator.modPow(privateKey, modulus)));
    }

    @Override
    public Bytes agree(BigInteger privateKey, Bytes otherPublicKey) throws MisuseException {
        BigInteger other = new BigInteger(1, otherPublicKey.toArray());
        boolean inside = other.compareTo(BigInteger.ONE) > 0 && other.compareTo(modulus) < 0;
        MisuseException.require(inside && other.modPow(order, modulus).equals(BigInteger.ONE), StatusWord.WRONG_DATA);
        return fullLength(other.modPow(privateKey, modulus));
    }

    @Override
    public Bytes secret(Bytes agreed) {
        return agreed;
    }

    @Override
    public DomainGroup mapped(Bytes nonce, Bytes agreed) {
        BigInteger scaled = generator.modPow(new BigInteger(1, nonce.toArray()), modulus);
        BigInteger other = scaled.multiply(new BigInteger(1, agreed.toArray())).mod(modulus);
        return new PrimeGroup(modulus, other, order);
    }

    @Override
    public DomainGroup integrated(BigInteger element) throws MisuseException {
        BigInteger other = element.modPow(modulus.subtract(BigInteger.ONE).divide(order), modulus);
        MisuseException.require(other.compareTo(BigInteger.ONE) > 0, StatusWord.WRONG_DATA);
        return new PrimeGroup(modulus, other, order);
    }

    private Bytes fullLength(BigInteger number) {
        return Bytes.of(BigIntegers.asUnsignedByteArray((modulus.bitLength() + 7) / 8, number));
    }
}
