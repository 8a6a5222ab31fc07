package fr.tessere.verification.trust;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.bytes.TlvException;

/** Certificates and revocation lists are signed as they were written: their bytes must not be encoded again. */
final class SignedStructure {
    private SignedStructure() {}

    /** The first object inside a sequence, tag and length included: what the signature covers. */
    static byte[] signedBytes(Bytes encoded) throws TlvException {
        Bytes inside = StrictTlv.parse(0x30, encoded).value();
        return inside.slice(0, Math.toIntExact(StrictTlv.declaredLength(inside)))
                .toArray();
    }
}
