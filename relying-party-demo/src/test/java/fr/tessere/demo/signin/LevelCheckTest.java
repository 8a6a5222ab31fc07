package fr.tessere.demo.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.demo.settings.AssuranceLevel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("OpenID Connect Core 1.0 §3.1.2.1: the service itself compares the acr with what it asked for")
class LevelCheckTest {
    @ParameterizedTest(name = "asked {0}, token says {1}: let in {2}")
    @CsvSource(nullValues = "none", textBlock = """
            eidas1, eidas1, true
            eidas1, eidas2, true
            eidas1, eidas3, true
            eidas2, eidas1, false
            eidas2, eidas2, true
            eidas2, eidas3, true
            eidas3, eidas1, false
            eidas3, eidas2, false
            eidas3, eidas3, true
            eidas1, none,   false
            eidas1, '',     false
            eidas1, 0,      false
            eidas1, 1,      false
            eidas1, eidas0, false
            eidas1, eidas4, false
            eidas1, EIDAS1, false
            eidas1, ' eidas1', false
            eidas2, 'eidas1 eidas2', false
            """)
    void letsInOnlyAtTheLevelAskedOrAbove(String asked, @Nullable String acr, boolean letIn) {
        LevelCheck check = new LevelCheck(AssuranceLevel.of(asked).orElseThrow());
        assertThat(check.provenBy(acr).isPresent()).isEqualTo(letIn);
    }
}
