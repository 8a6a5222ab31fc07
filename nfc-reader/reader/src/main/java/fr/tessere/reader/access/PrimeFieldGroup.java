package fr.tessere.reader.access;

import fr.tessere.protocol.bytes.Bytes;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.bouncycastle.crypto.params.DHParameters;
import org.bouncycastle.util.BigIntegers;

/** A subgroup of prime order in a prime field, with a generator. */
record PrimeFieldGroup(DHParameters domain) implements PaceGroup {

    @Override
    public BigInteger privateKey(SecureRandom random) {
        return BigIntegers.createRandomInRange(BigInteger.ONE, domain.getQ().subtract(BigInteger.ONE), random);
    }

    /** No zeros in front (ICAO 9303-11 §9.4.1). */
    @Override
    public Bytes publicKey(BigInteger privateKey) {
        return Bytes.of(BigIntegers.asUnsignedByteArray(domain.getG().modPow(privateKey, domain.getP())));
    }

    @Override
    public byte[] agree(BigInteger privateKey, Bytes chipKey) throws GeneralSecurityException {
        return fullLength(number(chipKey).modPow(privateKey, domain.getP()));
    }

    @Override
    public PaceGroup mapped(byte[] nonce, BigInteger privateKey, Bytes chipKey) throws GeneralSecurityException {
        BigInteger agreed = number(chipKey).modPow(privateKey, domain.getP());
        BigInteger scaled = domain.getG().modPow(new BigInteger(1, nonce), domain.getP());
        return withGenerator(scaled.multiply(agreed).mod(domain.getP()));
    }

    @Override
    public PaceGroup mapped(byte[] nonce, byte[] readerNonce, SessionCipher cipher) throws GeneralSecurityException {
        BigInteger element = MappedElement.of(cipher, nonce, readerNonce, domain.getP());
        BigInteger cofactor = domain.getP().subtract(BigInteger.ONE).divide(domain.getQ());
        return withGenerator(element.modPow(cofactor, domain.getP()));
    }

    @Override
    public int keyTag() {
        return 0x84;
    }

    private PaceGroup withGenerator(BigInteger generator) throws GeneralSecurityException {
        requireElement(generator);
        return new PrimeFieldGroup(new DHParameters(domain.getP(), generator, domain.getQ()));
    }

    private BigInteger number(Bytes encoded) throws GeneralSecurityException {
        BigInteger number = new BigInteger(1, encoded.toArray());
        requireElement(number);
        return number;
    }

    private void requireElement(BigInteger number) throws GeneralSecurityException {
        boolean inField = number.compareTo(BigInteger.ONE) > 0 && number.compareTo(domain.getP()) < 0;
        if (!inField || !number.modPow(domain.getQ(), domain.getP()).equals(BigInteger.ONE)) {
            throw new GeneralSecurityException("a number that is not in the subgroup");
        }
    }

    private byte[] fullLength(BigInteger number) {
        return BigIntegers.asUnsignedByteArray((domain.getP().bitLength() + 7) / 8, number);
    }
}
