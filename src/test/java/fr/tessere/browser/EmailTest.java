package fr.tessere.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Letter;
import fr.tessere.server.PostBox;
import fr.tessere.server.WithKeycloak;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("E-mails wear the same look, and load nothing")
class EmailTest {
    @ParameterizedTest(name = "in {0}, {1}")
    @CsvSource({"fr, LIGHT, Ce message vient de Tessère.", "en, DARK, This message comes from Tessère."})
    void theRealmsTestMail(String language, ColorScheme scheme, String foot, KeycloakServer server) {
        try (PostBox box = PostBox.open();
                Chromium chromium = Chromium.start()) {
            server.admin().sendTestMail("tessere", box.port(), language);
            String html = new Letter(box.next()).html();
            Page page = chromium.person(language, 320, true, scheme);
            page.setContent(html);

            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
            assertThat(page.locator("h1").textContent()).isEqualTo("Tessère");
            assertThat(page.locator(".foot").textContent()).startsWith(foot);
            assertThat(html).doesNotContain("<script", "<link", "<img", "url(", "@import", "http");
            assertThat(Axe.violations(page)).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))
                    .isEqualTo(false);
        }
    }
}
