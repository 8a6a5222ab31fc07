package fr.tessere.claims.assurance;

import fr.tessere.verification.evidence.Proof;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is known of the document behind the claims, and no number of it.
 *
 * @param type {@code idcard}, {@code passport} or {@code residence_permit}
 * @param issuingState as {@link StateCode} writes it
 * @param expiry last day of validity
 * @param proof how the chip was proven
 * @param statusKnown true if a source said that nothing is known against it
 * @param at when it was checked
 * @param compared when an agent compared its holder with it, if the level rests on that
 * @param mayBeNamed true if the service may learn type, issuing State and expiry
 */
public record CheckedDocument(
        String type,
        String issuingState,
        LocalDate expiry,
        Proof proof,
        boolean statusKnown,
        Instant at,
        Optional<Instant> compared,
        boolean mayBeNamed) {
    @Override
    public String toString() {
        return "CheckedDocument[hidden]";
    }
}
