package fr.tessere.verification;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.assurance.AssuranceLevel;
import fr.tessere.verification.assurance.AssurancePolicy;
import fr.tessere.verification.evidence.CheckResult;
import fr.tessere.verification.evidence.DocumentStatus;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.evidence.StatusReport;
import java.util.Optional;

/** What a document's status means for the sign-in: refused, flagged, or nothing against it. */
public final class StatusCheck {
    private final AssurancePolicy policy;
    private final boolean expiredDocuments;

    /**
     * A check by this policy.
     *
     * @param expiredDocuments true if documents that a source calls expired may sign in at the lowest level
     */
    public StatusCheck(AssurancePolicy policy, boolean expiredDocuments) {
        this.policy = policy;
        this.expiredDocuments = expiredDocuments;
    }

    /**
     * The verdict with the report in its evidence. Refuses a document that was reported or blocked, and
     * {@code document-status-unavailable} where the level asked for needs a status and there is none.
     */
    public Verified apply(Verified verified, StatusReport report, AssuranceLevel asked) throws RefusedException {
        require(report, asked);
        return verified.with(report, report.status() == DocumentStatus.EXPIRED);
    }

    /** The same refusals for a document that was verified before, while a session lasts that it began. */
    public void require(StatusReport report, AssuranceLevel asked) throws RefusedException {
        Optional<RefusalCode> refusal = report.status().refusal();
        boolean expired = report.status() == DocumentStatus.EXPIRED;
        if (refusal.isPresent() && !(expired && expiredDocuments)) {
            throw new RefusedException(
                    refusal.get(), "%s, says %s".formatted(report.status().word(), report.source()));
        }
        RefusedException.require(
                report.result() != CheckResult.UNDETERMINED || !policy.needsStatus(asked),
                RefusalCode.DOCUMENT_STATUS_UNAVAILABLE,
                "%s from %s, and %s needs it".formatted(report.status().word(), report.source(), asked.acr()));
    }
}
