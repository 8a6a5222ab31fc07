package fr.tessere.verification.authenticity;

import fr.tessere.protocol.bytes.Bytes;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/** A key of the server for one agreement, on the chip's curve. Never printed, never used twice. */
final class EphemeralKey {
    private final BigInteger secret;
    private final Bytes publicKey;

    private EphemeralKey(BigInteger secret, Bytes publicKey) {
        this.secret = secret;
        this.publicKey = publicKey;
    }

    /** A fresh key: a secret between 1 and the group order, evenly drawn. */
    static EphemeralKey on(ECDomainParameters domain, SecureRandom random) {
        BigInteger secret =
                BigIntegers.createRandomInRange(BigInteger.ONE, domain.getN().subtract(BigInteger.ONE), random);
        ECPoint point =
                new FixedPointCombMultiplier().multiply(domain.getG(), secret).normalize();
        return new EphemeralKey(secret, Bytes.of(point.getEncoded(false)));
    }

    /** Uncompressed point: 04, x, y. */
    Bytes publicKey() {
        return publicKey;
    }

    /** The x coordinate of the shared point, as long as a field element (BSI TR-03111 §4.3.1). */
    byte[] agree(ECPoint other) {
        return other.multiply(secret).normalize().getAffineXCoord().getEncoded();
    }
}
