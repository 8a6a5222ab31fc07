package fr.tessere.keycloak.token;

import fr.tessere.verification.identity.BirthDate;
import java.time.Instant;
import java.util.List;

/**
 * Who signed in and what was proven, for as long as the session lives. Never printed.
 *
 * @param familyName as the document writes it
 * @param givenNames separated by spaces, empty if the document has none
 * @param birthDate parts may be unknown
 * @param sex {@code F}, {@code M} or {@code X}
 * @param nationality code of ICAO 9303-3 §5
 * @param documentType first characters of the MRZ
 * @param issuingState code of ICAO 9303-3 §5
 * @param proof word of how the chip was proven
 * @param documentExpired true if its date of expiry was over
 * @param specimen true for a specimen document
 * @param channel word of where the reader stood
 * @param weaknesses words of what was accepted with reserve
 * @param at time of the proof
 * @param details what the document says besides its machine readable zone
 */
public record SignedInCitizen(
        String familyName,
        String givenNames,
        BirthDate birthDate,
        String sex,
        String nationality,
        String documentType,
        String issuingState,
        String proof,
        boolean documentExpired,
        boolean specimen,
        String channel,
        List<String> weaknesses,
        Instant at,
        DocumentDetails details) {
    public SignedInCitizen {
        weaknesses = List.copyOf(weaknesses);
    }

    @Override
    public String toString() {
        return "SignedInCitizen[hidden]";
    }
}
