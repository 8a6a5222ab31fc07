package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.StatusWord;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;

/** A curve over a prime field with one generator. All curves of the standard have cofactor 1. */
final class EllipticGroup implements DomainGroup {
    private final ECCurve curve;
    private final ECPoint generator;
    private final BigInteger order;

    private EllipticGroup(ECCurve curve, ECPoint generator, BigInteger order) {
        this.curve = curve;
        this.generator = generator;
        this.order = order;
    }

    static EllipticGroup of(X9ECParameters parameters) {
        return new EllipticGroup(parameters.getCurve(), parameters.getG(), parameters.getN());
    }

    static EllipticGroup of(ECDomainParameters parameters) {
        return new EllipticGroup(parameters.getCurve(), parameters.getG(), parameters.getN());
    }

    @Override
    public int publicKeyTag() {
        return 0x86;
    }

    @Override
    public BigInteger order() {
        return order;
    }

    @Override
    public BigInteger modulus() {
        return curve.getField().getCharacteristic();
    }

    @Override
    public BigInteger privateKey(SecureRandom random) {
        return PrivateNumbers.below(order, random);
    }

    @Override
    public Bytes publicKey(BigInteger privateKey) {
        return encode(generator.multiply(privateKey));
    }

    @Override
    public Bytes agree(BigInteger privateKey, Bytes otherPublicKey) throws MisuseException {
        return encode(foreignPoint(otherPublicKey).multiply(privateKey));
    }

    @Override
    public Bytes secret(Bytes agreed) {
        return agreed.slice(1, 1 + (agreed.length() - 1) / 2);
    }

    @Override
    public DomainGroup mapped(Bytes nonce, Bytes agreed) {
        ECPoint shared = curve.decodePoint(agreed.toArray());
        ECPoint other = generator.multiply(new BigInteger(1, nonce.toArray())).add(shared);
        return new EllipticGroup(curve, other.normalize(), order);
    }

    @Override
    public DomainGroup integrated(BigInteger element) throws MisuseException {
        return new EllipticGroup(curve, PointEncoding.on(curve).encode(element), order);
    }

    private ECPoint foreignPoint(Bytes encoded) throws MisuseException {
        MisuseException.require(!encoded.isEmpty() && encoded.at(0) == 4, StatusWord.WRONG_DATA);
        try {
            return curve.decodePoint(encoded.toArray());
        } catch (IllegalArgumentException notOnTheCurve) {
            throw new MisuseException(StatusWord.WRONG_DATA);
        }
    }

    private static Bytes encode(ECPoint point) {
        return Bytes.of(point.normalize().getEncoded(false));
    }
}
