package fr.tessere.reader.access;

import fr.tessere.protocol.bytes.Bytes;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.spec.ECParameterSpec;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.jcajce.provider.asymmetric.util.EC5Util;
import org.bouncycastle.jce.spec.ECNamedCurveSpec;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;
import org.jmrtd.protocol.PACEProtocol;

/** An elliptic curve with a generator; all standardised ones have cofactor 1. */
record CurveGroup(ECDomainParameters domain) implements PaceGroup {

    @Override
    public BigInteger privateKey(SecureRandom random) {
        return BigIntegers.createRandomInRange(BigInteger.ONE, domain.getN().subtract(BigInteger.ONE), random);
    }

    @Override
    public Bytes publicKey(BigInteger privateKey) {
        return Bytes.of(domain.getG().multiply(privateKey).normalize().getEncoded(false));
    }

    @Override
    public byte[] agree(BigInteger privateKey, Bytes chipKey) throws GeneralSecurityException {
        return finite(point(chipKey).multiply(privateKey)).getAffineXCoord().getEncoded();
    }

    @Override
    public PaceGroup mapped(byte[] nonce, BigInteger privateKey, Bytes chipKey) throws GeneralSecurityException {
        ECPoint agreed = point(chipKey).multiply(privateKey);
        BigInteger scalar = new BigInteger(1, nonce).mod(domain.getN());
        return withGenerator(finite(domain.getG().multiply(scalar).add(agreed)));
    }

    @Override
    public PaceGroup mapped(byte[] nonce, byte[] readerNonce, SessionCipher cipher) throws GeneralSecurityException {
        ECParameterSpec plain =
                new ECNamedCurveSpec("pace", domain.getCurve(), domain.getG(), domain.getN(), domain.getH());
        BigInteger element = MappedElement.of(
                cipher, nonce, readerNonce, domain.getCurve().getField().getCharacteristic());
        return withGenerator(
                finite(EC5Util.convertPoint(domain.getCurve(), PACEProtocol.icartPointEncode(element, plain))));
    }

    @Override
    public int keyTag() {
        return 0x86;
    }

    private PaceGroup withGenerator(ECPoint generator) {
        return new CurveGroup(new ECDomainParameters(domain.getCurve(), generator, domain.getN(), domain.getH()));
    }

    private ECPoint point(Bytes encoded) throws GeneralSecurityException {
        int length = 1 + 2 * ((domain.getCurve().getFieldSize() + 7) / 8);
        if (encoded.length() != length || encoded.at(0) != 0x04) {
            throw new GeneralSecurityException(
                    "a key of %d bytes, expected an uncompressed point of %d".formatted(encoded.length(), length));
        }
        try {
            return finite(domain.getCurve().decodePoint(encoded.toArray()));
        } catch (IllegalArgumentException notOnCurve) {
            throw new GeneralSecurityException("the chip's key is no point of the curve", notOnCurve);
        }
    }

    private static ECPoint finite(ECPoint point) throws GeneralSecurityException {
        if (point.isInfinity()) {
            throw new GeneralSecurityException("the point at infinity");
        }
        return point.normalize();
    }
}
