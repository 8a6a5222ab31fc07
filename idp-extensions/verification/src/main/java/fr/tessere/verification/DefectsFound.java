package fr.tessere.verification;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.Check;
import fr.tessere.verification.evidence.CheckLog;
import fr.tessere.verification.evidence.CheckResult;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.passive.SignedDocument;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/** What a defect list changes in the verification of one document, taken down as it happens. */
final class DefectsFound {
    private final DefectList list;
    private final Set<Defect.Kind> applied = EnumSet.noneOf(Defect.Kind.class);

    DefectsFound(DefectList list) {
        this.list = list;
    }

    /** Words of the defects that were applied, in alphabetical order. */
    Set<String> words() {
        Set<String> words = new TreeSet<>();
        applied.forEach(kind -> words.add(kind.word()));
        return words;
    }

    /** True if the dates of this certificate are known to be wrong. */
    boolean excusesDates(fr.tessere.protocol.bytes.Bytes certificate) {
        boolean excused =
                list.of(Defect.Kind.VALIDITY_PERIOD_INCORRECT, certificate).isPresent();
        if (excused) {
            applied.add(Defect.Kind.VALIDITY_PERIOD_INCORRECT);
        }
        return excused;
    }

    /** Refuses {@code signer-revoked}, or leaves in doubt what rests on this signer (table 4.52). */
    void requireSigner(SignedDocument document, CheckLog checks) throws RefusedException {
        Defect revoked = find(Defect.Kind.SIGNER_REVOKED, document);
        if (revoked != null) {
            RefusedException.require(
                    !revoked.revokes(),
                    RefusalCode.SIGNER_REVOKED,
                    "a defect list revokes the signer, status " + revoked.status());
            checks.add(Check.SIGNER_REVOCATION, CheckResult.UNDETERMINED);
            checks.add(Check.SIGNER_CHAIN, CheckResult.UNDETERMINED);
            checks.add(Check.DATA_GROUP_DIGESTS, CheckResult.UNDETERMINED);
        }
    }

    /** The country of the signer, corrected where the list says so. */
    String country(SignedDocument document) {
        Defect wrong = find(Defect.Kind.ISSUING_COUNTRY, document);
        return wrong == null ? document.signer().country() : wrong.country();
    }

    /** Keys that became known prove nothing: the check has failed before it is made. */
    void chip(SignedDocument document, CheckLog checks) throws RefusedException {
        compromised(Defect.Kind.CHIP_AUTHENTICATION_KEYS_COMPROMISED, Check.CHIP_AUTHENTICATION, document, checks);
        compromised(Defect.Kind.ACTIVE_AUTHENTICATION_KEYS_COMPROMISED, Check.ACTIVE_AUTHENTICATION, document, checks);
    }

    private void compromised(Defect.Kind kind, Check check, SignedDocument document, CheckLog checks)
            throws RefusedException {
        boolean offered = checks.made().get(check) != CheckResult.NOT_SUPPORTED;
        if (offered && find(kind, document) != null) {
            checks.add(check, CheckResult.FAILED);
            throw new RefusedException(
                    RefusalCode.CHIP_KEY_WEAK, "a defect list says that keys of this signer's chips became known");
        }
    }

    /** The entry of the list itself: nothing found, something softened or left in doubt. */
    void takeDown(CheckLog checks) {
        if (list.isPresent()) {
            checks.add(Check.DEFECT_LIST, applied.isEmpty() ? CheckResult.SUCCESSFUL : CheckResult.UNDETERMINED);
        }
    }

    private @org.jspecify.annotations.Nullable Defect find(Defect.Kind kind, SignedDocument document) {
        Defect found = list.of(kind, document.signer().digest()).orElse(null);
        if (found != null) {
            applied.add(kind);
        }
        return found;
    }
}
