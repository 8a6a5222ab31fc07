package fr.tessere.verification.passive;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.bytes.TlvException;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.RefusedException;

/** What a signed file is wrapped in: declared lengths equal the bytes present. */
final class OuterLayer {
    private OuterLayer() {}

    /** The signed message in EF.SOD: tag 77 with one object in it, in definite form. */
    static Bytes ofSecurityObject(Bytes sod) throws RefusedException {
        RefusedException.require(
                !sod.isEmpty() && sod.at(0) == FileId.SOD.tag(), RefusalCode.SOD_MALFORMED, "EF.SOD has not tag 77");
        Bytes message = onlyObject(sod, "EF.SOD");
        onlyObject(message, "the signed message");
        DefiniteForm.require(message.toArray());
        return message;
    }

    /** The value of the only object in these bytes. */
    static Bytes onlyObject(Bytes bytes, String what) throws RefusedException {
        try {
            long declared = StrictTlv.declaredLength(bytes);
            RefusedException.require(
                    declared >= bytes.length(),
                    RefusalCode.SOD_TRAILING_BYTES,
                    () -> "%s declares %d bytes, %d were sent".formatted(what, declared, bytes.length()));
            return StrictTlv.parse(bytes).value();
        } catch (TlvException bad) {
            throw new RefusedException(RefusalCode.SOD_MALFORMED, what + ": " + bad.getMessage());
        }
    }
}
