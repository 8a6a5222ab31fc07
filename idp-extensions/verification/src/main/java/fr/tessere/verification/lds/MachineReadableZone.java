package fr.tessere.verification.lds;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.card.FileId;
import fr.tessere.verification.evidence.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * DG1: the machine readable zone (ICAO 9303-10 §4.7.1; layouts in 9303-4, -5 and -6), check digits verified. Texts are
 * as in the zone without trailing fillers. Never printed.
 *
 * @param documentType 1 or 2 letters
 * @param issuingState 1 to 3 letters
 * @param number document number, long ones put together
 * @param birth 6 characters YYMMDD, {@code <} or 00 where unknown
 * @param sex {@code F}, {@code M} or {@code <}
 * @param expiry 6 digits YYMMDD
 * @param nationality 1 to 3 letters
 * @param familyName primary identifier
 * @param givenNames secondary identifier, may be empty
 */
public record MachineReadableZone(
        String documentType,
        String issuingState,
        String number,
        String birth,
        String sex,
        String expiry,
        String nationality,
        String familyName,
        String givenNames) {

    private static final int TAG = 0x5F1F;

    /** Reads EF.DG1; refuses {@code data-group-malformed} and {@code mrz-check-digit}. */
    public static MachineReadableZone parse(Bytes raw) throws RefusedException {
        List<StrictTlv> objects = FileContent.objects(FileId.DG1, FileContent.of(FileId.DG1, raw));
        if (objects.size() != 1 || objects.get(0).tag() != TAG) {
            throw FileContent.malformed(FileId.DG1, "expected one object with tag 5F1F");
        }
        String zone = new String(objects.get(0).value().toArray(), StandardCharsets.ISO_8859_1);
        if (!zone.matches("[A-Z0-9<]*")) {
            throw FileContent.malformed(FileId.DG1, "characters that no machine readable zone has");
        }
        return ZoneLayout.ofLength(zone.length()).read(zone);
    }

    @Override
    public String toString() {
        return "MachineReadableZone[hidden]";
    }
}
