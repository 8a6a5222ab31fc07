package fr.tessere.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.verification.assurance.AssuranceLevel;
import fr.tessere.verification.assurance.AssurancePolicy;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A level that nobody can reach here is refused before a card is read")
class AskedLevelTest {
    private final AssurancePolicy policy = AssurancePolicy.defaults();

    @ParameterizedTest(name = "{0} -> reachable {1}")
    @CsvSource({"EIDAS1, true", "EIDAS2, true", "EIDAS3, false"})
    void aDocumentAndASecondFactorReachAllButTheHighest(AssuranceLevel asked, boolean reachable) {
        assertThat(new AskedLevel(Optional.of(asked)).reachable(policy)).isEqualTo(reachable);
    }

    @Test
    void noneIsReachedIfNoneIsKnown() {
        assertThat(new AskedLevel(Optional.empty()).reachable(policy)).isFalse();
    }
}
