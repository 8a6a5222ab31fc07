package fr.tessere.verification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.specimen.authority.DocumentSigner;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.verification.evidence.Check;
import fr.tessere.verification.evidence.CheckResult;
import fr.tessere.verification.evidence.DigestAlgorithm;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("BSI TR-03135-1 §4.8.2: published defects")
class DefectListTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 2, 3, 4})
    void aSignerRevokedByTheListIsRefused(int status) {
        DocumentVerdict verdict = verdict("ecdsa-p256", Defect.Kind.SIGNER_REVOKED, status);
        assertThat(verdict.refusal())
                .hasValueSatisfying(r -> assertThat(r.code()).isEqualTo(RefusalCode.SIGNER_REVOKED));
        assertThat(verdict.defects()).containsExactly("signer-revoked");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 33})
    void aSignerInDoubtIsUndetermined(int status) {
        DocumentVerdict verdict = verdict("ecdsa-p256", Defect.Kind.SIGNER_REVOKED, status);
        assertThat(verdict.isVerified()).isTrue();
        assertThat(verdict.checks()).containsEntry(Check.SIGNER_REVOCATION, CheckResult.UNDETERMINED);
        assertThat(verdict.checks()).containsEntry(Check.DEFECT_LIST, CheckResult.UNDETERMINED);
    }

    @Test
    void anotherKindOfDefectExcusesNoDates() {
        DocumentVerdict verdict = verdict("certificate:not-yet-valid", Defect.Kind.SIGNER_REVOKED, 1);
        assertThat(verdict.isVerified()).isFalse();
    }

    @Test
    void keysThatBecameKnownProveNothing() {
        DocumentVerdict verdict = verdict("ecdsa-p256", Defect.Kind.CHIP_AUTHENTICATION_KEYS_COMPROMISED, 0);
        assertThat(verdict.isVerified()).isFalse();
        assertThat(verdict.checks()).containsEntry(Check.CHIP_AUTHENTICATION, CheckResult.FAILED);
    }

    private static DocumentVerdict verdict(String word, Defect.Kind kind, int status) {
        DocumentSigner signer = Specimens.authority().signer(word);
        SpecimenDocument card = Specimens.load("french-identity-card").signedBy(signer);
        Bytes digest = DigestAlgorithm.SHA256.digest(signer.certificate());
        Defect defect = new Defect(kind, Set.of(digest), status, "");
        DefectList list = new DefectList(LocalDate.EPOCH, List.of(defect), Bytes.of(new byte[32]));
        return new DocumentVerification(Door.specimenAnchors(), list)
                .verify(card.fileOf(FileId.SOD), Map.of(FileId.DG1, card.fileOf(FileId.DG1)), Door.TODAY);
    }
}
