package fr.tessere.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.PostBox;
import fr.tessere.server.WithKeycloak;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("E-mails wear the same look, and load nothing")
class EmailTest {
    private static final Pattern HTML_PART =
            Pattern.compile("Content-Type: text/html.*?\r\n\r\n(.*?)\r\n--", Pattern.DOTALL);

    @ParameterizedTest(name = "in {0}, {1}")
    @CsvSource({"fr, LIGHT, Ce message vient de Tessère.", "en, DARK, This message comes from Tessère."})
    void theRealmsTestMail(String language, ColorScheme scheme, String foot, KeycloakServer server) {
        try (PostBox box = PostBox.open();
                Chromium chromium = Chromium.start()) {
            server.admin().sendTestMail("tessere", box.port(), language);
            String html = html(box.next());
            Page page = chromium.person(language, 320, true, scheme);
            page.setContent(html);

            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
            assertThat(page.locator("h1").textContent()).isEqualTo("Tessère");
            assertThat(page.locator(".foot").textContent()).startsWith(foot);
            assertThat(html).doesNotContain("<script", "<link", "<img", "url(", "@import", "http");
            assertThat(new AxeBuilder(page)
                            .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"))
                            .analyze()
                            .getViolations())
                    .isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))
                    .isEqualTo(false);
        }
    }

    private static String html(String message) {
        Matcher part = HTML_PART.matcher(message);
        assertThat(part.find()).as(message).isTrue();
        String body = part.group(1);
        return part.group().contains("quoted-printable") ? unquoted(body) : body;
    }

    /** Quoted-printable (RFC 2045 §6.7). */
    private static String unquoted(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String joined = text.replace("=\r\n", "");
        for (int i = 0; i < joined.length(); i++) {
            char c = joined.charAt(i);
            if (c == '=' && i + 2 < joined.length()) {
                bytes.write(Integer.parseInt(joined.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
