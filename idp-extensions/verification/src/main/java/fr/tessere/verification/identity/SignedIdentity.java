package fr.tessere.verification.identity;

import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.Guarded;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.lds.AdditionalPersonalDetails;
import fr.tessere.verification.lds.MachineReadableZone;
import fr.tessere.verification.passive.SignedFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Citizen and document, as signed files name them.
 *
 * @param identity who
 * @param document which document
 */
public record SignedIdentity(CitizenIdentity identity, DocumentKey document) {

    /** Reads DG1, and DG11 if it is there; refuses {@code data-group-malformed} and {@code mrz-check-digit}. */
    public static SignedIdentity read(Map<FileId, SignedFile> files, Instant at) throws RefusedException {
        SignedFile first = files.get(FileId.DG1);
        if (first == null) {
            throw new RefusedException(RefusalCode.DATA_GROUP_MISSING, "dg1 was not read");
        }
        MachineReadableZone zone = MachineReadableZone.parse(first.raw());
        SignedFile more = files.get(FileId.DG11);
        AdditionalPersonalDetails details =
                more == null ? AdditionalPersonalDetails.NONE : AdditionalPersonalDetails.parse(more.raw());
        return Guarded.parse(RefusalCode.DATA_GROUP_MALFORMED, "a date of dg1", () -> of(zone, details, at));
    }

    /** True if the last day of validity is over, in UTC. */
    public boolean isExpired(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate().isAfter(identity.expiry());
    }

    private static SignedIdentity of(MachineReadableZone zone, AdditionalPersonalDetails details, Instant at) {
        boolean named = !details.familyName().isEmpty();
        CitizenIdentity identity = new CitizenIdentity(
                named ? details.familyName() : zone.familyName(),
                named ? details.givenNames() : zone.givenNames(),
                details.birth().isEmpty() ? birth(zone.birth(), at) : birth(details.birth()),
                zone.sex().equals("<") ? "X" : zone.sex(),
                zone.nationality(),
                zone.issuingState(),
                zone.documentType(),
                LocalDate.of(2000 + part(zone.expiry(), 0), part(zone.expiry(), 2), part(zone.expiry(), 4)),
                details.placeOfBirth(),
                named,
                !details.birth().isEmpty());
        return new SignedIdentity(identity, new DocumentKey(zone.issuingState(), zone.documentType(), zone.number()));
    }

    /** Two digits of a year mean the latest one that is not in the future. */
    private static BirthDate birth(String text, Instant at) {
        if (text.startsWith("<")) {
            return new BirthDate(0, 0, 0);
        }
        LocalDate today = at.atZone(ZoneOffset.UTC).toLocalDate();
        int month = part(text, 2);
        int day = month == 0 ? 0 : part(text, 4);
        LocalDate earliest =
                LocalDate.of(2000 + part(text, 0), Math.max(month, 1), 1).plusDays(Math.max(day, 1) - 1L);
        return new BirthDate(earliest.isAfter(today) ? 1900 + part(text, 0) : 2000 + part(text, 0), month, day);
    }

    private static BirthDate birth(String text) {
        int year = Integer.parseInt(text.substring(0, 4));
        int month = year == 0 ? 0 : part(text, 4);
        return new BirthDate(year, month, month == 0 ? 0 : part(text, 6));
    }

    /** Two digits, or 0 for fillers. */
    private static int part(String text, int at) {
        String digits = text.substring(at, at + 2);
        return digits.equals("<<") ? 0 : Integer.parseInt(digits);
    }
}
