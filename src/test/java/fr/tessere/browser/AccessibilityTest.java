package fr.tessere.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.tessere.browser.PageCheck.View;
import fr.tessere.server.DemoService;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.WithKeycloak;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("Everybody can use the pages (WCAG 2 A and AA), and they ask little of a browser")
class AccessibilityTest {
    @ParameterizedTest(name = "in {0}: {1} pixels {2}, {3} pixels {4}, text of twice the size")
    @CsvSource({"fr, 320, LIGHT, 1280, DARK", "en, 320, DARK, 1280, LIGHT"})
    void noPageViolatesTheStandard(
            String language,
            int narrow,
            ColorScheme narrowScheme,
            int wide,
            ColorScheme wideScheme,
            KeycloakServer server,
            DemoService demo) {
        List<View> views = List.of(new View(narrow, narrowScheme), new View(wide, wideScheme));
        try (Scene scene = Scene.with(server, demo);
                Chromium chromium = Chromium.start()) {
            Page page = chromium.person(language, wide, true, wideScheme);
            PageCheck check = new PageCheck(page, views);
            Tour.through(page, check::look, scene);

            assertThat(check.faults()).isEmpty();
            System.getLogger("tessere").log(System.Logger.Level.INFO, "heaviest page: {0} bytes", check.heaviest());
        }
    }
}
