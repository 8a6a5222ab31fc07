package fr.tessere.verification.assurance;

import static fr.tessere.verification.assurance.AssuranceLevel.EIDAS1;
import static fr.tessere.verification.assurance.AssuranceLevel.EIDAS2;
import static fr.tessere.verification.assurance.AssuranceLevel.EIDAS3;
import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.Channel;
import fr.tessere.verification.evidence.Check;
import fr.tessere.verification.evidence.CheckResult;
import fr.tessere.verification.evidence.DocumentStatus;
import fr.tessere.verification.evidence.Evidence;
import fr.tessere.verification.evidence.Proof;
import fr.tessere.verification.evidence.StatusReport;
import fr.tessere.verification.evidence.Weakness;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Obsolete algorithms: the table of docs/assurance.md, cell by cell")
class WeakAlgorithmTest {
    private final AssurancePolicy policy = AssurancePolicy.defaults();

    @ParameterizedTest(name = "{0} reaches {1}: {2}")
    @CsvSource({
        "SHA1, EIDAS1, true",
        "SHA1, EIDAS2, false",
        "SHA1, EIDAS3, false",
        "SHORT_RSA_KEY, EIDAS1, true",
        "SHORT_RSA_KEY, EIDAS2, false",
        "SHORT_RSA_KEY, EIDAS3, false",
        "SHORT_CURVE, EIDAS1, true",
        "SHORT_CURVE, EIDAS2, false",
        "SHORT_CURVE, EIDAS3, false",
        "DSA, EIDAS1, true",
        "DSA, EIDAS2, false",
        "DSA, EIDAS3, false",
        "SHA1_CHALLENGE, EIDAS1, true",
        "SHA1_CHALLENGE, EIDAS2, true",
        "SHA1_CHALLENGE, EIDAS3, false",
        "TRIPLE_DES, EIDAS1, true",
        "TRIPLE_DES, EIDAS2, true",
        "TRIPLE_DES, EIDAS3, false",
    })
    void eachCell(Weakness weakness, AssuranceLevel level, boolean reached) {
        assertThat(reaches(policy, level, weakness)).isEqualTo(reached);
    }

    @Test
    void aDocumentWithoutWeaknessReachesEveryLevel() {
        assertThat(reaches(policy, EIDAS3)).isTrue();
    }

    @Test
    void oneRefusedWeaknessAmongOthersIsEnough() {
        assertThat(reaches(policy, EIDAS2, Weakness.TRIPLE_DES, Weakness.DSA)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Weakness.class)
    void anOperatorsRuleMayRefuseAnyWeakness(Weakness weakness) {
        Rule given = policy.rules().stream()
                .filter(rule -> rule.level() == EIDAS1)
                .findFirst()
                .orElseThrow();
        AssurancePolicy strict = new AssurancePolicy(List.of(refusing(given, weakness)));

        assertThat(reaches(strict, EIDAS1, weakness)).isFalse();
        assertThat(reaches(strict, EIDAS1)).isTrue();
    }

    @Nested
    class Version {
        @Test
        void isTheSameForTheSameRules() {
            assertThat(AssurancePolicy.defaults().version())
                    .isEqualTo(policy.version())
                    .matches("[0-9a-f]{64}");
        }

        @Test
        void isAnotherForOtherRules() {
            Rule first = policy.rules().get(0);

            assertThat(new AssurancePolicy(List.of(refusing(first, Weakness.DSA))).version())
                    .isNotEqualTo(new AssurancePolicy(List.of(first)).version());
        }
    }

    private static boolean reaches(AssurancePolicy policy, AssuranceLevel level, Weakness... weaknesses) {
        return policy.levelOf(evidence(Set.of(weaknesses)), EnumSet.allOf(Factor.class), Channel.THIS_DEVICE)
                .filter(reached -> reached.reaches(level))
                .isPresent();
    }

    private static Rule refusing(Rule rule, Weakness weakness) {
        return new Rule(
                rule.level(),
                rule.proofs(),
                rule.secondFactor(),
                rule.holderVerified(),
                rule.validDocument(),
                rule.knownStatus(),
                rule.revocation(),
                rule.channels(),
                Set.of(weakness));
    }

    private static Evidence evidence(Set<Weakness> weaknesses) {
        return new Evidence(
                Proof.CHIP_AUTHENTICATION,
                "",
                "FR",
                Bytes.EMPTY,
                Bytes.EMPTY,
                "SHA256withECDSA",
                "SHA-256",
                true,
                false,
                "",
                weaknesses,
                Map.of(Check.SIGNER_REVOCATION, CheckResult.SUCCESSFUL),
                Instant.EPOCH,
                new StatusReport(DocumentStatus.VALID, "table", Instant.EPOCH));
    }
}
