package fr.tessere.verification.assurance;

import static fr.tessere.protocol.reading.Channel.ANOTHER_DEVICE;
import static fr.tessere.protocol.reading.Channel.THIS_DEVICE;
import static fr.tessere.verification.assurance.AssuranceLevel.EIDAS1;
import static fr.tessere.verification.assurance.AssuranceLevel.EIDAS2;
import static fr.tessere.verification.assurance.AssuranceLevel.EIDAS3;
import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.Channel;
import fr.tessere.verification.evidence.DocumentStatus;
import fr.tessere.verification.evidence.Evidence;
import fr.tessere.verification.evidence.Proof;
import fr.tessere.verification.evidence.RevocationGrade;
import fr.tessere.verification.evidence.StatusReport;
import fr.tessere.verification.evidence.Weakness;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("DESIGN.md, assurance: a level never says more than was proven")
class AssurancePolicyTest {
    private final AssurancePolicy policy = AssurancePolicy.defaults();

    @ParameterizedTest
    @EnumSource(Proof.class)
    void possessionAloneIsTheLowestLevel(Proof proof) {
        assertThat(policy.levelOf(evidence(proof, false), Set.of(), THIS_DEVICE))
                .contains(EIDAS1);
    }

    @Test
    void aChipThatCanBeCopiedStaysLowWhateverElseIsShown() {
        assertThat(policy.levelOf(evidence(Proof.NONE, false), EnumSet.allOf(Factor.class), THIS_DEVICE))
                .contains(EIDAS1);
    }

    @Test
    void anExpiredDocumentStaysLowWhateverElseIsShown() {
        assertThat(policy.levelOf(evidence(Proof.CHIP_AUTHENTICATION, true), EnumSet.allOf(Factor.class), THIS_DEVICE))
                .contains(EIDAS1);
    }

    @ParameterizedTest(name = "{0} + {1} on {2}: {3}")
    @CsvSource({
        "CHIP_AUTHENTICATION, HOLDER_VERIFIED, THIS_DEVICE, EIDAS1",
        "CHIP_AUTHENTICATION, PERSONAL_CODE, THIS_DEVICE, EIDAS2",
        "CHIP_AUTHENTICATION, PERSONAL_CODE, ANOTHER_DEVICE, EIDAS2",
        "ACTIVE_AUTHENTICATION, VERIFIED_PASSKEY, ANOTHER_DEVICE, EIDAS2",
        "ACTIVE_AUTHENTICATION, PERSONAL_CODE HOLDER_VERIFIED, ANOTHER_DEVICE, EIDAS2",
        "ACTIVE_AUTHENTICATION, PERSONAL_CODE HOLDER_VERIFIED, THIS_DEVICE, EIDAS3",
        "CHIP_AUTHENTICATION, VERIFIED_PASSKEY HOLDER_VERIFIED, THIS_DEVICE, EIDAS3",
    })
    void eachFactorCountsForWhatItIs(Proof proof, String factors, Channel channel, AssuranceLevel level) {
        Set<Factor> shown = EnumSet.noneOf(Factor.class);
        Arrays.stream(factors.split(" ")).map(Factor::valueOf).forEach(shown::add);

        assertThat(policy.levelOf(evidence(proof, false), shown, channel)).contains(level);
    }

    @Test
    void anotherDeviceNeverReachesTheHighestLevel() {
        for (Proof proof : List.of(Proof.CHIP_AUTHENTICATION, Proof.ACTIVE_AUTHENTICATION)) {
            assertThat(policy.levelOf(evidence(proof, false), EnumSet.allOf(Factor.class), ANOTHER_DEVICE))
                    .contains(EIDAS2);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"GOOD, EIDAS3", "NO_LIST, EIDAS2", "STALE_LIST, EIDAS2", "INVALID_LIST, EIDAS1"})
    void whatIsNotKnownAboutRevocationIsToleratedUpToALevel(RevocationGrade grade, AssuranceLevel level) {
        Evidence good = evidence(Proof.CHIP_AUTHENTICATION, false);
        Evidence noted = evidence(
                Proof.CHIP_AUTHENTICATION, false, grade.weakness().map(Set::of).orElse(Set.of()));

        assertThat(good.revocation()).isEqualTo(RevocationGrade.GOOD);
        assertThat(noted.revocation()).isEqualTo(grade);
        assertThat(policy.levelOf(noted, EnumSet.allOf(Factor.class), THIS_DEVICE))
                .contains(level);
    }

    @Test
    void noRuleToleratesARevokedSigner() {
        assertThat(policy.rules())
                .allSatisfy(rule -> assertThat(rule.revocation()).doesNotContain(RevocationGrade.REVOKED));
    }

    @Test
    void aPolicyWithoutRulesGivesNoLevel() {
        assertThat(new AssurancePolicy(List.of())
                        .levelOf(evidence(Proof.CHIP_AUTHENTICATION, false), Set.of(), THIS_DEVICE))
                .isEmpty();
    }

    @Test
    @DisplayName("the holder is compared for the highest level, and for no other")
    void onlyTheHighestLevelNeedsTheHolder() {
        assertThat(policy.needsHolder(EIDAS3)).isTrue();
        assertThat(policy.needsHolder(EIDAS2)).isFalse();
        assertThat(policy.needsHolder(EIDAS1)).isFalse();
    }

    @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
    @CsvSource({
        "CHIP_AUTHENTICATION, PERSONAL_CODE, THIS_DEVICE, holder-not-compared",
        "CHIP_AUTHENTICATION, PERSONAL_CODE, ANOTHER_DEVICE, holder-not-compared",
        "CHIP_AUTHENTICATION, PERSONAL_CODE HOLDER_VERIFIED, ANOTHER_DEVICE, other-device",
        "NONE, PERSONAL_CODE HOLDER_VERIFIED, THIS_DEVICE, level-not-reached",
        "NONE, PERSONAL_CODE, THIS_DEVICE, level-not-reached",
    })
    void whatIsMissingForTheHighestLevelIsSaidTruly(Proof proof, String factors, Channel channel, String word) {
        Set<Factor> shown = EnumSet.noneOf(Factor.class);
        Arrays.stream(factors.split(" ")).map(Factor::valueOf).forEach(shown::add);
        Evidence evidence = evidence(proof, false);

        assertThat(policy.levelOf(evidence, shown, channel)).isNotEqualTo(Optional.of(EIDAS3));
        assertThat(policy.shortfall(EIDAS3, evidence, shown).word()).isEqualTo(word);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"TRIPLE_DES, false", "REVOCATION_UNKNOWN, false", "SHA1, false", "SIGNER_KEY_PERIOD, true"})
    void aDocumentThatCannotReachTheHighestLevelIsKnownBeforeItsHolderGoesToACounter(
            Weakness weakness, boolean tolerated) {
        assertThat(policy.tolerates(EIDAS3, Set.of(weakness))).isEqualTo(tolerated);
        assertThat(policy.tolerates(EIDAS3, Set.of())).isTrue();
    }

    private static Evidence evidence(Proof proof, boolean expired) {
        return evidence(proof, expired, Set.of());
    }

    private static Evidence evidence(Proof proof, boolean expired, Set<Weakness> weaknesses) {
        return new Evidence(
                proof,
                "",
                "FR",
                Bytes.EMPTY,
                Bytes.EMPTY,
                "SHA256withECDSA",
                "SHA-256",
                true,
                expired,
                "",
                weaknesses,
                Map.of(),
                Instant.EPOCH,
                new StatusReport(DocumentStatus.VALID, "table", Instant.EPOCH));
    }
}
