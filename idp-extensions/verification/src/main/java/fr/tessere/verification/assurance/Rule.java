package fr.tessere.verification.assurance;

import fr.tessere.protocol.reading.Channel;
import fr.tessere.verification.evidence.DocumentStatus;
import fr.tessere.verification.evidence.Evidence;
import fr.tessere.verification.evidence.Proof;
import fr.tessere.verification.evidence.RevocationGrade;
import fr.tessere.verification.evidence.Weakness;
import java.util.Collections;
import java.util.Set;

/**
 * One line of the policy: what a level takes.
 *
 * @param level what it gives
 * @param proofs any one of these
 * @param secondFactor any one of these, or empty if none is needed
 * @param holderVerified true if the holder must have been compared with the document
 * @param validDocument true if the document must not have expired
 * @param knownStatus true if a source must have said that nothing is known against the document
 * @param revocation any one of these: what must be known about the revocation of the document's signer
 * @param channels any one of these
 * @param refused weaknesses with which a document does not reach the level: obsolete algorithms
 */
public record Rule(
        AssuranceLevel level,
        Set<Proof> proofs,
        Set<Factor> secondFactor,
        boolean holderVerified,
        boolean validDocument,
        boolean knownStatus,
        Set<RevocationGrade> revocation,
        Set<Channel> channels,
        Set<Weakness> refused) {
    public Rule {
        proofs = Set.copyOf(proofs);
        secondFactor = Set.copyOf(secondFactor);
        revocation = Set.copyOf(revocation);
        channels = Set.copyOf(channels);
        refused = Set.copyOf(refused);
    }

    boolean isMetBy(Evidence evidence, Set<Factor> factors, Channel channel) {
        return proofs.contains(evidence.proof())
                && (secondFactor.isEmpty() || secondFactor.stream().anyMatch(factors::contains))
                && (!holderVerified || factors.contains(Factor.HOLDER_VERIFIED))
                && (!validDocument || !evidence.documentExpired())
                && (!knownStatus || evidence.status().status() == DocumentStatus.VALID)
                && revocation.contains(evidence.revocation())
                && channels.contains(channel)
                && Collections.disjoint(refused, evidence.weaknesses());
    }
}
