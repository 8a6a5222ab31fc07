package fr.tessere.verification.trust;

import fr.tessere.verification.evidence.RefusedException;

/** One object of a trust folder that is not used, with the reason for the report. */
final class UnusableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final TrustFault fault;

    UnusableException(TrustFault fault, String detail) {
        super(detail, null, false, false);
        this.fault = fault;
    }

    TrustFault fault() {
        return fault;
    }

    /** Found and expected. */
    String detail() {
        return String.valueOf(getMessage());
    }

    static void require(boolean holds, TrustFault fault, String detail) throws UnusableException {
        if (!holds) {
            throw new UnusableException(fault, detail);
        }
    }

    /** Runs a step whose refusal has this meaning here. */
    static <T> T because(TrustFault fault, Step<T> step) throws UnusableException {
        try {
            return step.run();
        } catch (RefusedException refusal) {
            throw new UnusableException(fault, refusal.detail());
        }
    }

    /** A step that may refuse. */
    @FunctionalInterface
    interface Step<T> {
        T run() throws RefusedException;
    }
}
