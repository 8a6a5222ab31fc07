package fr.tessere.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.verification.assurance.AssuranceLevel;
import fr.tessere.verification.assurance.AssurancePolicy;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A level that nobody can reach here is refused before a card is read; one that needs a counter is known")
class AskedLevelTest {
    private final AssurancePolicy policy = AssurancePolicy.defaults();

    @ParameterizedTest(name = "{0} -> needs a counter {1}")
    @CsvSource({"EIDAS1, false", "EIDAS2, false", "EIDAS3, true"})
    void theHighestNeedsThatTheHolderWasCompared(AssuranceLevel asked, boolean needsHolder) {
        assertThat(new AskedLevel(Optional.of(asked)).reachable(policy)).isTrue();
        assertThat(new AskedLevel(Optional.of(asked)).needsHolder(policy)).isEqualTo(needsHolder);
    }

    @Test
    void aPolicyWithoutTheHighestLevelReachesItForNobody() {
        AssurancePolicy lower = new AssurancePolicy(policy.rules().subList(0, 2));

        assertThat(new AskedLevel(Optional.of(AssuranceLevel.EIDAS3)).reachable(lower))
                .isFalse();
    }

    @Test
    void noneIsReachedIfNoneIsKnown() {
        assertThat(new AskedLevel(Optional.empty()).reachable(policy)).isFalse();
    }
}
