package fr.tessere.verification;

import static fr.tessere.verification.Door.verified;
import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.ChipAnswers;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.verification.evidence.Check;
import fr.tessere.verification.evidence.CheckMade;
import fr.tessere.verification.evidence.CheckResult;
import fr.tessere.verification.evidence.Decision;
import fr.tessere.verification.evidence.DocumentStatus;
import fr.tessere.verification.evidence.Input;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.evidence.StatusReport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The account of a verdict: each check, its inputs by digest, anchors, lists and policy")
class DecisionTest {
    private final Door door = new Door();

    @Nested
    class OfARefusal {
        @ParameterizedTest(name = "{0}: {1} failed, {2} was successful before")
        @CsvSource({
            "copied-chip, chip-authentication, signer-chain",
            "copied-passport-active-authentication, active-authentication, signer-chain",
            "swapped-dg1, data-group-digests, chip-authentication",
            "changed-dg14, data-group-digests, signer-validity",
            "wrong-signature, sod-signature, sod-format",
            "signed-by-another-state, issuing-state, data-group-digests",
        })
        void namesTheCheckThatFailedAndHowFarItCame(String name, String failed, String before) {
            Decision decision = refusal(name);

            assertThat(result(decision, failed)).isEqualTo(CheckResult.FAILED);
            assertThat(result(decision, before)).isEqualTo(CheckResult.SUCCESSFUL);
            assertThat(decision.weaknesses()).isEmpty();
        }

        @Test
        void leavesWhatWasNotReachedAborted() {
            assertThat(refusal("wrong-signature").results())
                    .containsEntry(Check.SIGNER_CHAIN, CheckResult.ABORTED)
                    .containsEntry(Check.CHIP_AUTHENTICATION, CheckResult.ABORTED);
        }

        @Test
        void thatComesAfterTheVerdictTurnsItsCheck() throws RefusedException {
            Verified read = verified(read("french-identity-card"));

            Decision decision = read.decision().refusedBy(RefusalCode.DOCUMENT_STOLEN);

            assertThat(decision.refusal()).contains(RefusalCode.DOCUMENT_STOLEN);
            assertThat(decision.results())
                    .containsEntry(Check.DOCUMENT_STATUS, CheckResult.FAILED)
                    .containsEntry(Check.SOD_SIGNATURE, CheckResult.SUCCESSFUL);
        }

        @Test
        void ofAReadingThatIsNoneHasNone() {
            Step step = door.verification.resume(
                    PendingReading.of(Bytes.of(new byte[100])),
                    new ChipAnswers(1, 1, List.of(Bytes.of(new byte[] {0x69, 0x00}))),
                    Door.REQUEST,
                    Door.TODAY);

            assertThat(step.<Boolean>fold(
                            next -> true,
                            decided -> decided.verdict()
                                    .fold(
                                            v -> true,
                                            refused -> refused.decision().isPresent())))
                    .isFalse();
        }
    }

    @Nested
    class OfAReading {
        @ParameterizedTest
        @ValueSource(strings = {"french-identity-card", "passport-active-authentication", "residence-permit"})
        void isConfirmedByTheFilesAlone(String name) {
            SpecimenDocument document = Specimens.load(name);
            Decision decision = verified(read(name)).decision();

            assertThat(decision.differencesFrom(again(document, decision))).isEmpty();
        }

        @Test
        void isNotConfirmedByTheFilesOfAnotherDocument() {
            Decision decision = verified(read("french-identity-card")).decision();

            assertThat(decision.differencesFrom(again(Specimens.load("passport-active-authentication"), decision)))
                    .contains("sod", "dg1");
        }

        @Test
        void isTheSameAfterItWaitedSealedForTheBrowser() throws RefusedException {
            Verified read = verified(read("french-identity-card"));

            Verified opened = door.verification.open(door.verification.seal(read, Door.REQUEST), Door.REQUEST);

            assertThat(opened.decision()).isEqualTo(read.decision());
        }

        @Test
        void takesInWhatASourceSaysOfTheDocument() {
            Verified read = verified(read("french-identity-card"))
                    .with(new StatusReport(DocumentStatus.VALID, "table", Door.TODAY), false);

            assertThat(read.decision().results()).containsEntry(Check.DOCUMENT_STATUS, CheckResult.SUCCESSFUL);
        }

        @Test
        void givesEveryCheckItsInputs() {
            Decision decision = verified(read("french-identity-card")).decision();

            assertThat(inputs(decision, Check.CHIP_AUTHENTICATION)).containsExactly("dg14");
            assertThat(inputs(decision, Check.SWITCHES)).contains(Input.SIGNER, Input.KILL_SWITCHES);
            assertThat(inputs(decision, Check.SIGNER_CHAIN)).containsExactly(Input.SIGNER, Input.COUNTRY_SIGNER);
            assertThat(decision.basis().inputs().stream().map(Input::name)).doesNotHaveDuplicates();
        }

        @Test
        void neverHoldsAPlainDigestOfPersonalData() {
            assertThat(verified(read("french-identity-card")).decision().basis().inputs())
                    .filteredOn(input -> input.name().equals("dg1"))
                    .extracting(Input::form)
                    .containsExactly(Input.Form.HMAC_UNDER_SOD);
        }
    }

    private Verdict read(String name) {
        return door.read(new ReaderAtHand(Specimens.load(name)));
    }

    private Decision refusal(String name) {
        return read(name)
                .fold(
                        verified -> {
                            throw new AssertionError("verified");
                        },
                        refused -> refused.decision().orElseThrow());
    }

    /** Only the files that were read at the sign-in, under the same anchors and the policy that the account names. */
    private static Decision again(SpecimenDocument document, Decision earlier) {
        Map<FileId, Bytes> files = new HashMap<>();
        for (FileId file : FileId.values()) {
            if (earlier.basis().inputs().stream().anyMatch(input -> input.name().equals(file.word()))
                    && file.dataGroupNumber().isPresent()) {
                document.file(file).ifPresent(raw -> files.put(file, raw));
            }
        }
        VerificationSettings policy =
                VerificationSettings.ofPolicy(earlier.basis().policy()).orElseThrow();
        return new DocumentVerification(Door.specimenAnchors(), DefectList.NONE, policy)
                .verify(document.fileOf(FileId.SOD), files, earlier.at())
                .decision();
    }

    private static CheckResult result(Decision decision, String check) {
        return Objects.requireNonNull(decision.results().get(Check.ofWord(check).orElseThrow()));
    }

    private static List<String> inputs(Decision decision, Check check) {
        return decision.checks().stream()
                .filter(made -> made.check() == check)
                .map(CheckMade::inputs)
                .findFirst()
                .orElseThrow();
    }
}
