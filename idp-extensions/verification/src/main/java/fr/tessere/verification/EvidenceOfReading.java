package fr.tessere.verification;

import fr.tessere.protocol.card.FileId;
import fr.tessere.verification.authenticity.OriginalChip;
import fr.tessere.verification.evidence.Check;
import fr.tessere.verification.evidence.CheckResult;
import fr.tessere.verification.evidence.Evidence;
import fr.tessere.verification.evidence.Proof;
import fr.tessere.verification.evidence.StatusReport;
import fr.tessere.verification.evidence.Weakness;
import fr.tessere.verification.passive.SignedDocument;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes down what was proven: from proofs, never from what a reader said. */
final class EvidenceOfReading {
    private EvidenceOfReading() {}

    static Evidence of(OpenedDocument opened, Optional<OriginalChip> chip, boolean expired, Instant at) {
        SignedDocument document = opened.document();
        Proof proof = chip.map(OriginalChip::proof).orElse(Proof.NONE);
        Map<Check, CheckResult> checks = new EnumMap<>(Check.class);
        checks.putAll(document.checks());
        checks.put(Check.ISSUING_STATE, CheckResult.SUCCESSFUL);
        checks.put(Check.DATA_GROUP_DIGESTS, CheckResult.SUCCESSFUL);
        checks.put(Check.DATA_GROUP_FORMAT, CheckResult.SUCCESSFUL);
        checks.put(Check.DOCUMENT_VALIDITY, expired ? CheckResult.FAILED : CheckResult.SUCCESSFUL);
        checks.put(Check.CARD_ACCESS, cardAccess(opened));
        checks.put(Check.CHIP_AUTHENTICATION_MAPPING, mapping(opened, proof));
        checks.put(Check.SWITCHES, CheckResult.SUCCESSFUL);
        checks.put(Check.DOCUMENT_STATUS, CheckResult.UNDETERMINED);
        checks.put(
                Check.CHIP_AUTHENTICATION,
                proof == Proof.CHIP_AUTHENTICATION ? CheckResult.SUCCESSFUL : CheckResult.NOT_SUPPORTED);
        checks.put(Check.ACTIVE_AUTHENTICATION, active(document, proof));
        Set<Weakness> weaknesses = EnumSet.noneOf(Weakness.class);
        weaknesses.addAll(document.weaknesses());
        weaknesses.addAll(opened.weaknesses());
        chip.ifPresent(original -> weaknesses.addAll(original.weaknesses()));
        return new Evidence(
                proof,
                chip.map(OriginalChip::algorithm).orElse(""),
                document.signer().country(),
                document.signer().digest(),
                document.securityObjectDigest(),
                document.signatureAlgorithm(),
                document.digestAlgorithm(),
                document.signer().specimen(),
                expired,
                document.trustVersion(),
                weaknesses,
                checks,
                at,
                StatusReport.notAsked(at));
    }

    /** Undetermined where nobody signed what the chip offers openly. */
    private static CheckResult cardAccess(OpenedDocument opened) {
        if (opened.weaknesses().contains(Weakness.CARD_ACCESS_UNSIGNED)) {
            return CheckResult.UNDETERMINED;
        }
        return opened.cardAccess().isPresent() ? CheckResult.SUCCESSFUL : CheckResult.NOT_SUPPORTED;
    }

    private static CheckResult mapping(OpenedDocument opened, Proof proof) {
        if (proof == Proof.PACE_CHIP_AUTHENTICATION_MAPPING) {
            return CheckResult.SUCCESSFUL;
        }
        return opened.announcesMapping() ? CheckResult.UNDETERMINED : CheckResult.NOT_SUPPORTED;
    }

    /** Undetermined where the document offers it, but Chip Authentication was enough. */
    private static CheckResult active(SignedDocument document, Proof proof) {
        if (proof == Proof.ACTIVE_AUTHENTICATION) {
            return CheckResult.SUCCESSFUL;
        }
        return document.lists(FileId.DG15) ? CheckResult.UNDETERMINED : CheckResult.NOT_SUPPORTED;
    }
}
