package fr.tessere.verification;

import fr.tessere.verification.evidence.Check;
import fr.tessere.verification.evidence.CheckResult;
import fr.tessere.verification.evidence.Decision;
import fr.tessere.verification.evidence.Weakness;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What came of verifying the files of a document: check by check, and no personal data.
 *
 * @param refusal the first cause for refusing it, empty if it is verified
 * @param decision every check, its inputs and its result, in order; those behind a refusal are aborted
 * @param specimen true if an anchor for specimens vouches for it
 * @param defectList SHA-256 of the defect list used, 64 hexadecimal digits, or empty
 * @param defects words of the defects that were applied
 */
public record DocumentVerdict(
        Optional<Refused> refusal, Decision decision, boolean specimen, String defectList, Set<String> defects) {

    /** True if no check failed. */
    public boolean isVerified() {
        return refusal.isEmpty();
    }

    /** Every check and its result, in order. */
    public Map<Check, CheckResult> checks() {
        return decision.results();
    }

    /** What was accepted with reserve. */
    public Set<Weakness> weaknesses() {
        return decision.weaknesses();
    }
}
