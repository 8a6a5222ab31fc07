package fr.tessere.verification.trust;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.ECDomainParameters;

/**
 * Domain parameters that a key spells out (ECParameters of BSI TR-03111 §5.1.1.2), as numbers. They are only compared with
 * known ones: to build the curve first would take a fifth of a Chip Authentication, and compute with what a stranger chose.
 *
 * @param field the prime
 * @param a coefficient of the curve
 * @param b coefficient of the curve
 * @param generator encoded point, compressed or not
 * @param order of the generator
 * @param cofactor may be left out
 */
record ExplicitCurve(
        BigInteger field,
        BigInteger a,
        BigInteger b,
        byte[] generator,
        BigInteger order,
        Optional<BigInteger> cofactor) {

    /** Reads the parameters, none over another field than a prime one; no parameters are an {@link IllegalArgumentException}. */
    static Optional<ExplicitCurve> of(X962Parameters parameters) {
        ASN1Sequence written = ASN1Sequence.getInstance(parameters.getParameters());
        require(written.size() == 5 || written.size() == 6, "domain parameters of %d parts", written.size());
        require(number(written, 0).equals(BigInteger.ONE), "domain parameters of an unknown version");
        ASN1Sequence field = ASN1Sequence.getInstance(written.getObjectAt(1));
        require(field.size() == 2, "a field of %d parts", field.size());
        if (!ASN1ObjectIdentifier.getInstance(field.getObjectAt(0)).equals(X9ObjectIdentifiers.prime_field)) {
            return Optional.empty();
        }
        ASN1Sequence curve = ASN1Sequence.getInstance(written.getObjectAt(2));
        require(curve.size() == 2 || curve.size() == 3, "a curve of %d parts", curve.size());
        return Optional.of(new ExplicitCurve(
                number(field, 1),
                coefficient(curve, 0),
                coefficient(curve, 1),
                octets(written, 3),
                number(written, 4),
                written.size() == 6 ? Optional.of(number(written, 5)) : Optional.empty()));
    }

    /** True if these are exactly the parameters of this curve, generator included (CVE-2020-0601). */
    boolean is(ECDomainParameters known) {
        return field.equals(known.getCurve().getField().getCharacteristic())
                && a.equals(known.getCurve().getA().toBigInteger())
                && b.equals(known.getCurve().getB().toBigInteger())
                && order.equals(known.getN())
                && cofactor.map(known.getH()::equals).orElse(true)
                && (Arrays.equals(generator, known.getG().getEncoded(false))
                        || Arrays.equals(generator, known.getG().getEncoded(true)));
    }

    private static BigInteger number(ASN1Sequence parts, int index) {
        return ASN1Integer.getInstance(parts.getObjectAt(index)).getValue();
    }

    private static BigInteger coefficient(ASN1Sequence parts, int index) {
        return new BigInteger(1, octets(parts, index));
    }

    private static byte[] octets(ASN1Sequence parts, int index) {
        return ASN1OctetString.getInstance(parts.getObjectAt(index)).getOctets();
    }

    private static void require(boolean holds, String problem, Object... values) {
        if (!holds) {
            throw new IllegalArgumentException(problem.formatted(values));
        }
    }
}
