package fr.tessere.verification;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.specimen.document.SpecimenDocument;
import java.math.BigInteger;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.math.ec.ECPoint;

/** What an attacker can compute from the public files of a chip. */
final class MappingForgery {
    private MappingForgery() {}

    /** The signed public key times a number, as a point of brainpoolP256r1. */
    static Bytes multipleOfSignedKey(SpecimenDocument document, int factor) {
        try {
            var key = (ECPrivateKeyParameters) PrivateKeyFactory.createKey(
                    document.contents().chipMapping().get(0).privateKey().toArray());
            var curve = ECNamedCurveTable.getByName("brainpoolP256r1");
            ECPoint signed = curve.getG().multiply(key.getD());
            return Bytes.of(
                    signed.multiply(BigInteger.valueOf(factor)).normalize().getEncoded(false));
        } catch (java.io.IOException bad) {
            throw new java.io.UncheckedIOException(bad);
        }
    }
}
