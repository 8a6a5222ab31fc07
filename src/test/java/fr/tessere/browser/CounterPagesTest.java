package fr.tessere.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.WithKeycloak;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("Every agent can use the pages of the counter, and every citizen those that lead there (WCAG 2 A and AA)")
class CounterPagesTest {
    @ParameterizedTest(name = "in {0} at {1} pixels, {2}")
    @CsvSource({"fr, 320, DARK", "en, 1280, LIGHT"})
    void noPageViolatesTheStandard(String language, int width, ColorScheme scheme, KeycloakServer server) {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.person(language, width, true, scheme);
            PageCheck check = new PageCheck(page);

            CounterTour.through(page, check::look, server);

            assertThat(check.faults()).isEmpty();
        }
    }
}
