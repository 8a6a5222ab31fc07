package fr.tessere.verification;

import fr.tessere.verification.assurance.KillSwitches;
import fr.tessere.verification.assurance.SwitchKind;
import fr.tessere.verification.evidence.Basis;
import fr.tessere.verification.evidence.Decision;
import fr.tessere.verification.evidence.Evidence;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.evidence.StatusReport;
import fr.tessere.verification.identity.CitizenIdentity;
import fr.tessere.verification.identity.DocumentKey;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A genuine document, and what was proven of its chip. Only {@link ChipVerification} can make one. */
public final class Verified implements Verdict {
    private final CitizenIdentity identity;
    private final Evidence evidence;
    private final DocumentKey document;
    private final Map<SwitchKind, Set<String>> facts;
    private final Basis basis;

    Verified(
            CitizenIdentity identity,
            Evidence evidence,
            DocumentKey document,
            Map<SwitchKind, Set<String>> facts,
            Basis basis) {
        this.identity = identity;
        this.evidence = evidence;
        this.document = document;
        this.facts = Map.copyOf(facts);
        this.basis = basis;
    }

    /** Refuses {@code …-switched-off} if what this rests on was switched off since it was verified. */
    public void require(KillSwitches switches) throws RefusedException {
        switches.require(facts);
    }

    /** The account of this verdict for receipts: each check, its inputs and its result. */
    public Decision decision() {
        return Decision.verified(evidence.checks(), evidence.weaknesses(), basis, evidence.at());
    }

    /** The same with what a source says of the document. */
    Verified with(StatusReport report, boolean expired) {
        return new Verified(identity, evidence.with(report, expired), document, facts, basis);
    }

    Basis basis() {
        return basis;
    }

    Map<SwitchKind, Set<String>> facts() {
        return facts;
    }

    /** Who the document was issued to. */
    public CitizenIdentity identity() {
        return identity;
    }

    /** What was proven, without personal data. */
    public Evidence evidence() {
        return evidence;
    }

    /** What tells this document from all others: input to a keyed digest. */
    public DocumentKey document() {
        return document;
    }

    @Override
    public <T> T fold(
            Function<? super Verified, ? extends T> verified, Function<? super Refused, ? extends T> refused) {
        return verified.apply(this);
    }

    @Override
    public String toString() {
        return "Verified[" + evidence.proof().word() + "]";
    }
}
