package fr.tessere.verification.authenticity;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.Guarded;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.trust.KnownCurves.KnownCurve;
import org.bouncycastle.math.ec.ECPoint;

/** Points of a curve as chips write them: uncompressed, 04 and both coordinates at full length (BSI TR-03111 §3.2.1). */
final class CurvePoints {
    private static final int UNCOMPRESSED = 0x04;

    private CurvePoints() {}

    /** A point of the curve other than infinity; refuses anything else with this code. */
    static ECPoint decode(KnownCurve curve, Bytes encoded, RefusalCode code) throws RefusedException {
        int expected = 1 + 2 * ((curve.domain().getCurve().getFieldSize() + 7) / 8);
        RefusedException.require(
                encoded.length() == expected && encoded.at(0) == UNCOMPRESSED,
                code,
                () -> "a point of %d bytes on %s, expected %d".formatted(encoded.length(), curve.name(), expected));
        ECPoint point = Guarded.parse(
                code,
                "a point on " + curve.name(),
                () -> curve.domain().getCurve().decodePoint(encoded.toArray()));
        RefusedException.require(!point.isInfinity() && point.isValid(), code, "the point at infinity");
        return point;
    }

    static Bytes encode(ECPoint point) {
        return Bytes.of(point.normalize().getEncoded(false));
    }
}
