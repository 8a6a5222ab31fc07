package fr.tessere.verification.authenticity;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.Guarded;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.trust.KnownCurves;
import fr.tessere.verification.trust.KnownCurves.KnownCurve;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.math.ec.ECPoint;

/**
 * A static key on one of the curves in circulation, whose groups are sound and have cofactor 1.
 *
 * @param curve the curve
 * @param point on the curve, not at infinity
 */
record CurveKey(KnownCurve curve, ECPoint point) implements StaticKey {
    static final String STANDARDIZED = "0.4.0.127.0.7.1.2";
    /** Below this order a key is not worth trying: 192-bit curves have 96 bits of strength. */
    private static final int SMALLEST_ORDER = 224;

    /** Refuses {@code chip-key-malformed} and {@code chip-key-weak}. */
    static CurveKey of(SubjectPublicKeyInfo key) throws RefusedException {
        KnownCurve curve = Guarded.parse(
                        RefusalCode.CHIP_KEY_MALFORMED, "the chip's domain parameters", () -> curve(key.getAlgorithm()))
                .orElseThrow(() -> new RefusedException(RefusalCode.CHIP_KEY_WEAK, "a curve that nobody knows"));
        requireSound(curve);
        Bytes encoded = Bytes.of(key.getPublicKeyData().getOctets());
        return new CurveKey(curve, CurvePoints.decode(curve, encoded, RefusalCode.CHIP_KEY_MALFORMED));
    }

    /** Refuses {@code chip-key-weak} a curve of less than 224 bits. */
    static void requireSound(KnownCurve curve) throws RefusedException {
        int bits = curve.domain().getN().bitLength();
        RefusedException.require(bits >= SMALLEST_ORDER, RefusalCode.CHIP_KEY_WEAK, "a curve of " + bits + " bits");
    }

    @Override
    public String title() {
        return "ECDH " + curve.name();
    }

    @Override
    public boolean isElliptic() {
        return true;
    }

    @Override
    public int strength() {
        return curve.domain().getN().bitLength() / 2;
    }

    @Override
    public Agreement agree(SecureRandom random) {
        EphemeralKey ephemeral = EphemeralKey.on(curve.domain(), curve.domain().getG(), random);
        return new Agreement(ephemeral.publicKey(), Bytes.of(ephemeral.agree(point)));
    }

    private static Optional<KnownCurve> curve(AlgorithmIdentifier algorithm) throws RefusedException {
        String oid = algorithm.getAlgorithm().getId();
        if (oid.equals(STANDARDIZED)) {
            return KnownCurves.ofStandardized(
                    ASN1Integer.getInstance(algorithm.getParameters()).intValueExact());
        }
        RefusedException.require(
                oid.equals(X9ObjectIdentifiers.id_ecPublicKey.getId()),
                RefusalCode.CHIP_KEY_MALFORMED,
                "a chip key of kind " + oid);
        return KnownCurves.of(X962Parameters.getInstance(algorithm.getParameters()));
    }
}
