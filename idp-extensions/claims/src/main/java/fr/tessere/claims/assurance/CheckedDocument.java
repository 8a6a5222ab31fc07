package fr.tessere.claims.assurance;

import fr.tessere.verification.evidence.Proof;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What is known of the document behind the claims, and no number of it.
 *
 * @param type {@code idcard}, {@code passport} or {@code residence_permit}
 * @param issuingState code of ICAO 9303-3 §5
 * @param expiry last day of validity
 * @param proof how the chip was proven
 * @param statusKnown true if a source said that nothing is known against it
 * @param at when it was checked
 * @param mayBeNamed true if the service may learn type, issuing State and expiry
 */
public record CheckedDocument(
        String type,
        String issuingState,
        LocalDate expiry,
        Proof proof,
        boolean statusKnown,
        Instant at,
        boolean mayBeNamed) {
    @Override
    public String toString() {
        return "CheckedDocument[hidden]";
    }
}
