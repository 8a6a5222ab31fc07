package fr.tessere.verification.evidence;

import java.time.Instant;

/**
 * What one source says of a document.
 *
 * @param status what became of it
 * @param source who says so: {@code table}, {@code lookup}, or {@code none} if nobody was asked
 * @param at since when the source knows it, or when it was asked
 */
public record StatusReport(DocumentStatus status, String source, Instant at) {

    /** Nobody was asked; counts as not available, so that a forgotten question raises no level. */
    public static StatusReport notAsked(Instant at) {
        return new StatusReport(DocumentStatus.UNAVAILABLE, "none", at);
    }

    /** The check's result: undetermined where no source knows the document or answers. */
    public CheckResult result() {
        return switch (status) {
            case VALID -> CheckResult.SUCCESSFUL;
            case UNKNOWN, UNAVAILABLE -> CheckResult.UNDETERMINED;
            case EXPIRED, NOT_YET_VALID, LOST, BLOCKED, STOLEN -> CheckResult.FAILED;
        };
    }

    /** This one or the other, whichever is worse news. */
    public StatusReport orWorse(StatusReport other) {
        return other.status.compareTo(status) > 0 ? other : this;
    }
}
