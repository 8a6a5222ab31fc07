package fr.tessere.verification.identity;

import fr.tessere.protocol.bytes.Bytes;
import java.time.LocalDate;

/**
 * Which document a source of status is asked about. The number itself is not in it.
 *
 * @param digest keyed digest of the document, 32 bytes
 * @param issuingState one to three letters (ICAO 9303-3 §5)
 * @param documentType first characters of the MRZ, for example {@code P} or {@code ID}
 * @param expiry last day of validity
 */
public record StatusQuestion(Bytes digest, String issuingState, String documentType, LocalDate expiry) {
    public StatusQuestion {
        if (digest.length() != 32) {
            throw new IllegalArgumentException("a keyed digest has 32 bytes, got " + digest.length());
        }
    }

    @Override
    public String toString() {
        return "StatusQuestion[hidden]";
    }
}
