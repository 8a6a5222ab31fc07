package fr.tessere.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.WithKeycloak;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("Every officer can use the officers' pages (WCAG 2 A and AA)")
class OfficerPagesTest {
    private static final List<String> PAGES =
            List.of("", "/switches", "/documents", "/import", "/trust", "/trust?country=FR");

    @ParameterizedTest(name = "in {0} at {1} pixels, {2}")
    @CsvSource({"fr, 320, DARK", "en, 1280, LIGHT"})
    void noPageViolatesTheStandard(String language, int width, ColorScheme scheme, KeycloakServer server) {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.person(language, width, true, scheme);
            String pages = server.issuer() + "/tessere/officer";
            page.navigate(pages);
            page.fill("input[name=username]", "officer");
            page.fill("input[name=password]", server.staffPassword());
            page.press("input[name=password]", "Enter");
            page.waitForURL(pages);
            PageCheck check = new PageCheck(page);
            for (String one : PAGES) {
                page.navigate(pages + one);
                check.look("officer" + one, page);
            }

            assertThat(check.faults()).isEmpty();
        }
    }
}
