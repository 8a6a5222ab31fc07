package fr.tessere.specimen.chip;

import fr.tessere.protocol.card.StatusWord;
import java.math.BigInteger;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;

/**
 * From a field element to a point whose logarithm nobody knows (ICAO 9303-11, appendix B.2, affine coordinates). Works on
 * curves over a prime field whose prime is 3 modulo 4, which of the standardised ones all but secp224r1 are.
 *
 * @param curve the curve
 * @param p its prime
 * @param a its coefficient
 * @param b its coefficient
 */
record PointEncoding(ECCurve curve, BigInteger p, BigInteger a, BigInteger b) {
    private static final BigInteger TWO = BigInteger.TWO;
    private static final BigInteger FOUR = BigInteger.valueOf(4);

    static PointEncoding on(ECCurve curve) {
        return new PointEncoding(
                curve,
                curve.getField().getCharacteristic(),
                curve.getA().toBigInteger(),
                curve.getB().toBigInteger());
    }

    /** True if points of this curve can be encoded. */
    boolean isPossible() {
        return p.mod(FOUR).intValue() == 3;
    }

    /** The point of an element; 6A80 for the few elements that have none. */
    ECPoint encode(BigInteger t) throws MisuseException {
        BigInteger alpha = t.multiply(t).negate().mod(p);
        BigInteger sum = alpha.add(alpha.multiply(alpha)).mod(p);
        MisuseException.require(isPossible() && sum.signum() != 0, StatusWord.WRONG_DATA);
        BigInteger factor = BigInteger.ONE.add(sum.modInverse(p));
        BigInteger x2 = b.negate().multiply(a.modInverse(p)).multiply(factor).mod(p);
        BigInteger x3 = alpha.multiply(x2).mod(p);
        BigInteger h2 = rightSide(x2);
        BigInteger u = t.modPow(BigInteger.valueOf(3), p).multiply(h2).mod(p);
        BigInteger quarter = p.add(BigInteger.ONE).divide(FOUR);
        BigInteger root = h2.modPow(p.subtract(BigInteger.ONE).subtract(quarter), p);
        boolean isSquare = root.modPow(TWO, p).multiply(h2).mod(p).equals(BigInteger.ONE);
        ECPoint point = isSquare
                ? curve.createPoint(x2, root.multiply(h2).mod(p))
                : curve.createPoint(x3, root.multiply(u).mod(p));
        return point.multiply(curve.getCofactor()).normalize();
    }

    private BigInteger rightSide(BigInteger x) {
        return x.modPow(BigInteger.valueOf(3), p).add(a.multiply(x)).add(b).mod(p);
    }
}
