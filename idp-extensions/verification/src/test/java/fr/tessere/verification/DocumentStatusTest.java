package fr.tessere.verification;

import static fr.tessere.protocol.reading.Channel.THIS_DEVICE;
import static fr.tessere.verification.Door.REQUEST;
import static fr.tessere.verification.Door.TODAY;
import static fr.tessere.verification.Door.verified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.verification.assurance.AssuranceLevel;
import fr.tessere.verification.assurance.AssurancePolicy;
import fr.tessere.verification.assurance.Factor;
import fr.tessere.verification.evidence.Check;
import fr.tessere.verification.evidence.CheckResult;
import fr.tessere.verification.evidence.DocumentStatus;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.evidence.StatusReport;
import fr.tessere.verification.evidence.Weakness;
import fr.tessere.verification.identity.StatusProvider;
import fr.tessere.verification.identity.StatusQuestion;
import fr.tessere.verification.identity.StatusSources;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The status of a document: reported ones are refused, silence fails closed from eidas2 up")
class DocumentStatusTest {
    private static final StatusQuestion QUESTION =
            new StatusQuestion(Bytes.of(new byte[32]), "FRA", "ID", LocalDate.of(2034, 1, 1));

    private final AssurancePolicy policy = AssurancePolicy.defaults();
    private final Verified verified =
            verified(new Door().read(new ReaderAtHand(Specimens.load("french-identity-card"))));

    @Nested
    class AtTheSignIn {
        @ParameterizedTest(name = "{0} at {1}: {2}")
        @CsvSource({
            "EXPIRED, EIDAS1, document-expired",
            "NOT_YET_VALID, EIDAS1, document-not-yet-valid",
            "LOST, EIDAS1, document-lost",
            "STOLEN, EIDAS1, document-stolen",
            "BLOCKED, EIDAS1, document-blocked",
            "LOST, EIDAS3, document-lost",
            "UNKNOWN, EIDAS2, document-status-unavailable",
            "UNAVAILABLE, EIDAS2, document-status-unavailable",
            "UNAVAILABLE, EIDAS3, document-status-unavailable",
        })
        void refuses(DocumentStatus status, AssuranceLevel asked, String code) {
            assertThatThrownBy(() -> new StatusCheck(policy, false).apply(verified, report(status), asked))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refusal -> assertThat(refusal.code().word()).isEqualTo(code));
        }

        @ParameterizedTest
        @EnumSource(
                value = DocumentStatus.class,
                names = {"UNKNOWN", "UNAVAILABLE"})
        void eidas1ToleratesSilenceWithAFlag(DocumentStatus status) throws RefusedException {
            Verified flagged = new StatusCheck(policy, false).apply(verified, report(status), AssuranceLevel.EIDAS1);

            assertThat(flagged.evidence().weaknesses()).contains(Weakness.STATUS_UNKNOWN);
            assertThat(flagged.evidence().checks()).containsEntry(Check.DOCUMENT_STATUS, CheckResult.UNDETERMINED);
            assertThat(policy.levelOf(flagged.evidence(), Set.of(Factor.values()), THIS_DEVICE))
                    .as("whatever else is shown")
                    .contains(AssuranceLevel.EIDAS1);
        }

        @Test
        void nothingKnownAgainstItIsAFactOfTheEvidence() throws Exception {
            Verified good =
                    new StatusCheck(policy, false).apply(verified, report(DocumentStatus.VALID), AssuranceLevel.EIDAS2);

            assertThat(good.evidence().weaknesses()).doesNotContain(Weakness.STATUS_UNKNOWN);
            assertThat(good.evidence().checks()).containsEntry(Check.DOCUMENT_STATUS, CheckResult.SUCCESSFUL);
            assertThat(policy.levelOf(good.evidence(), Set.of(Factor.PERSONAL_CODE), THIS_DEVICE))
                    .contains(AssuranceLevel.EIDAS2);
            ChipVerification door = new Door().verification;
            assertThat(door.open(door.seal(good, REQUEST), REQUEST).evidence()).isEqualTo(good.evidence());
        }

        @Test
        void aForgottenQuestionRaisesNoLevel() {
            assertThat(policy.levelOf(verified.evidence(), Set.of(Factor.values()), THIS_DEVICE))
                    .contains(AssuranceLevel.EIDAS1);
        }

        @Test
        void policyMayKeepExpiredDocumentsAtTheLowestLevel() throws RefusedException {
            Verified expired = new StatusCheck(policy, true)
                    .apply(verified, report(DocumentStatus.EXPIRED), AssuranceLevel.EIDAS1);

            assertThat(expired.evidence().documentExpired()).isTrue();
            assertThat(policy.levelOf(expired.evidence(), Set.of(Factor.values()), THIS_DEVICE))
                    .contains(AssuranceLevel.EIDAS1);
        }
    }

    @Nested
    class SeveralSources {
        @ParameterizedTest(name = "{0} -> {1}")
        @CsvSource({
            "VALID, VALID",
            "VALID UNAVAILABLE, UNAVAILABLE",
            "VALID UNKNOWN, UNKNOWN",
            "UNAVAILABLE LOST, LOST",
            "STOLEN VALID, STOLEN",
            "'', UNAVAILABLE",
        })
        void theWorstNewsCounts(String answers, DocumentStatus expected) {
            List<StatusProvider> sources = Arrays.stream(answers.split(" "))
                    .filter(answer -> !answer.isEmpty())
                    .map(DocumentStatus::valueOf)
                    .<StatusProvider>map(status -> (question, at) -> Optional.of(report(status)))
                    .toList();

            assertThat(new StatusSources(sources).statusOf(QUESTION, TODAY).status())
                    .isEqualTo(expected);
        }

        @Test
        void anAccidentIsNoAnswerAndNotGoodNews() {
            StatusSources sources = new StatusSources(
                    List.of((question, at) -> Optional.of(report(DocumentStatus.VALID)), (question, at) -> {
                        throw new IllegalStateException("database gone");
                    }));

            assertThat(sources.statusOf(QUESTION, TODAY).status()).isEqualTo(DocumentStatus.UNAVAILABLE);
        }
    }

    @ParameterizedTest
    @EnumSource(DocumentStatus.class)
    void everyBadStatusHasItsRefusal(DocumentStatus status) {
        assertThat(status.refusal().isPresent()).isEqualTo(report(status).result() == CheckResult.FAILED);
        assertThat(status.refusal().filter(code -> code == RefusalCode.SERVER_FAILED))
                .isEmpty();
    }

    private static StatusReport report(DocumentStatus status) {
        return new StatusReport(status, "table", TODAY);
    }
}
