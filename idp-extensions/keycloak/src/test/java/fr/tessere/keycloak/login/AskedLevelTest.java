package fr.tessere.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.verification.assurance.AssurancePolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedLevelTest {
    private final AssurancePolicy policy = AssurancePolicy.defaults();

    @ParameterizedTest(name = "{0} -> reachable {1}")
    @CsvSource({
        "eidas1, true",
        "eidas2, true",
        "eidas3, false",
        "eidas3 eidas1, true",
        "eidas4, false",
        "EIDAS1, false",
        "1, false",
        "unknown eidas2, true",
        "unknown eidas1, true",
    })
    void aDocumentAndASecondFactorReachAllButTheHighest(String asked, boolean reachable) {
        assertThat(AskedLevel.of(List.of(asked.split(" "))).reachable(policy)).isEqualTo(reachable);
    }

    @Test
    void whoAsksForNothingTakesTheLowest() {
        assertThat(AskedLevel.of(List.of()).reachable(policy)).isTrue();
    }
}
