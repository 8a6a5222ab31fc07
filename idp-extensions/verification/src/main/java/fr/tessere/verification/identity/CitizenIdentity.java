package fr.tessere.verification.identity;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Who the document was issued to, as the State signed it. Never printed.
 *
 * @param familyName primary identifier; in capitals without accents unless DG11 was read
 * @param givenNames secondary identifier, separated by spaces; empty if the document has none
 * @param birthDate date of birth, parts may be unknown
 * @param sex {@code F}, {@code M} or {@code X} (unspecified)
 * @param nationality one to three letters (ICAO 9303-3 §5), for example {@code FRA}, {@code D}
 * @param issuingState one to three letters
 * @param documentType first characters of the MRZ, for example {@code P}, {@code ID}, {@code AR}
 * @param expiry last day of the document's validity
 * @param placeOfBirth from DG11, empty if not read or not there
 * @param detailedNames true if the names are DG11's, in national characters
 * @param detailedBirth true if the birth date is DG11's, with its century
 */
public record CitizenIdentity(
        String familyName,
        String givenNames,
        BirthDate birthDate,
        String sex,
        String nationality,
        String issuingState,
        String documentType,
        LocalDate expiry,
        String placeOfBirth,
        boolean detailedNames,
        boolean detailedBirth) {

    /** True if that many years have passed since birth for certain. */
    public boolean ageOver(int years, Instant at) {
        return birthDate.ageOver(years, at);
    }

    @Override
    public String toString() {
        return "CitizenIdentity[hidden]";
    }
}
