package fr.tessere.verification.authenticity;

import fr.tessere.protocol.bytes.Bytes;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/** A key of the server for one agreement, on a curve. Never printed, never used twice. */
final class EphemeralKey {
    private final BigInteger secret;
    private final Bytes publicKey;

    private EphemeralKey(BigInteger secret, Bytes publicKey) {
        this.secret = secret;
        this.publicKey = publicKey;
    }

    /** A fresh key: a secret between 1 and the group order, evenly drawn. */
    static EphemeralKey on(ECDomainParameters domain, ECPoint generator, SecureRandom random) {
        BigInteger secret =
                BigIntegers.createRandomInRange(BigInteger.ONE, domain.getN().subtract(BigInteger.ONE), random);
        // precomputed multiples pay for a generator that is used again and again, not for one of PACE
        ECPoint point = generator.equals(domain.getG())
                ? new FixedPointCombMultiplier().multiply(generator, secret)
                : generator.multiply(secret);
        return new EphemeralKey(secret, CurvePoints.encode(point));
    }

    /** Uncompressed point: 04, x, y. */
    Bytes publicKey() {
        return publicKey;
    }

    /** The key whose parts were kept. */
    static EphemeralKey restore(Bytes secret, Bytes publicKey) {
        return new EphemeralKey(new BigInteger(1, secret.toArray()), publicKey);
    }

    /** The private number, to be sealed. */
    Bytes secret() {
        return Bytes.of(BigIntegers.asUnsignedByteArray(secret));
    }

    /** The shared point. */
    ECPoint pointWith(ECPoint other) {
        return other.multiply(secret).normalize();
    }

    /** The x coordinate of the shared point, as long as a field element (BSI TR-03111 §4.3.1). */
    byte[] agree(ECPoint other) {
        return pointWith(other).getAffineXCoord().getEncoded();
    }
}
