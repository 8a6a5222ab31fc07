package fr.tessere.verification.lds;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.Guarded;
import fr.tessere.verification.evidence.RefusedException;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * DG15: the key for Active Authentication (ICAO 9303-10 §4.7.15), not yet judged.
 *
 * @param key as the file holds it
 */
public record ActiveAuthenticationKey(SubjectPublicKeyInfo key) {

    /** Reads EF.DG15. */
    public static ActiveAuthenticationKey parse(Bytes raw) throws RefusedException {
        Bytes content = FileContent.of(FileId.DG15, raw);
        return Guarded.parse(
                RefusalCode.CHIP_KEY_MALFORMED,
                "the key of dg15",
                () -> new ActiveAuthenticationKey(SubjectPublicKeyInfo.getInstance(content.toArray())));
    }
}
