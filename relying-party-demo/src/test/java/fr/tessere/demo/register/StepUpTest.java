package fr.tessere.demo.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 9470 §3: a challenge that asks for a stronger or younger sign-in")
class StepUpTest {
    @Test
    void isUnderstoodAsItWasMeant() {
        StepUp asked = new StepUp("eidas2 eidas3", 900);

        assertThat(StepUp.of(asked.challenge())).contains(asked);
    }

    @Test
    void isUnderstoodFromOtherResourceServers() {
        assertThat(StepUp.of("Bearer realm=\"x\", max_age=\"5\", acr_values=\"myACR\", "
                        + "error=\"insufficient_user_authentication\""))
                .contains(new StepUp("myACR", 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer error=\"invalid_token\", acr_values=\"eidas2\", max_age=\"900\"",
                "DPoP error=\"insufficient_user_authentication\", acr_values=\"eidas2\", max_age=\"900\"",
                "Bearer error=\"insufficient_user_authentication\", max_age=\"900\"",
                "Bearer error=\"insufficient_user_authentication\", acr_values=\"\", max_age=\"900\"",
                "Bearer error=\"insufficient_user_authentication\", acr_values=\"eidas2&prompt=none\", max_age=\"900\"",
                "Bearer error=\"insufficient_user_authentication\", acr_values=\"eidas2\", max_age=\"soon\"",
                "Bearer error=\"insufficient_user_authentication\", acr_values=\"eidas2\", max_age=\"-1\"",
                "Bearer error=\"insufficient_user_authentication\", acr_values=\"eidas2\", max_age=\"99999999999\""
            })
    void isNothingThatCannotBePassedOn(String header) {
        assertThat(StepUp.of(header)).isEmpty();
    }

    @Test
    void isShort() {
        assertThat(StepUp.of(new StepUp("eidas2", 900).challenge() + " ".repeat(1000)))
                .isEmpty();
    }
}
