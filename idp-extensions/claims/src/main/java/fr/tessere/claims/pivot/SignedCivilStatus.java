package fr.tessere.claims.pivot;

import fr.tessere.claims.places.BirthLocation;
import fr.tessere.verification.identity.BirthDate;
import java.util.Optional;

/**
 * What a State signed of a person. Never printed.
 *
 * @param familyName birth name, where the document keeps to ICAO 9303
 * @param givenNames all, in the document's order, separated by spaces
 * @param birthDate parts may be unknown
 * @param sex {@code F}, {@code M} or {@code X}
 * @param birthLocation where born, if DG11 names a place that is one place only
 * @param names where the names come from
 * @param birth where the birth date comes from
 */
public record SignedCivilStatus(
        String familyName,
        String givenNames,
        BirthDate birthDate,
        String sex,
        Optional<BirthLocation> birthLocation,
        Origin names,
        Origin birth) {
    @Override
    public String toString() {
        return "SignedCivilStatus[hidden]";
    }
}
