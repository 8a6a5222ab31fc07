package fr.tessere.verification;

import fr.tessere.verification.evidence.Check;
import fr.tessere.verification.evidence.CheckResult;
import fr.tessere.verification.evidence.Weakness;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What came of verifying the files of a document: check by check, and no personal data.
 *
 * @param refusal the first cause for refusing it, empty if it is verified
 * @param checks every check and its result, in order; those behind a refusal are aborted
 * @param weaknesses what was accepted with reserve
 * @param specimen true if an anchor for specimens vouches for it
 * @param trustVersion version of the trust anchors used
 * @param defectList SHA-256 of the defect list used, 64 hexadecimal digits, or empty
 * @param defects words of the defects that were applied
 * @param at the time that counted
 */
public record DocumentVerdict(
        Optional<Refused> refusal,
        Map<Check, CheckResult> checks,
        Set<Weakness> weaknesses,
        boolean specimen,
        String trustVersion,
        String defectList,
        Set<String> defects,
        Instant at) {

    /** True if no check failed. */
    public boolean isVerified() {
        return refusal.isEmpty();
    }
}
