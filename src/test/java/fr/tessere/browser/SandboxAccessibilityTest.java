package fr.tessere.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import fr.tessere.server.Folders;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Sandbox;
import fr.tessere.server.WithKeycloak;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WithKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Everybody can use the sandbox (WCAG 2 A and AA)")
class SandboxAccessibilityTest {
    @SuppressWarnings("NullAway.Init")
    private Sandbox sandbox;

    @BeforeAll
    void start(KeycloakServer server) throws IOException {
        Path key = Files.writeString(
                Folders.target().resolve("sandbox-pages-key"),
                Base64.getEncoder().encodeToString(new byte[32]));
        sandbox = Sandbox.start(server, key);
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest(name = "in {0} at {1} pixels, {2}")
    @CsvSource({"fr, 320, LIGHT", "en, 1280, DARK"})
    void noPageViolatesTheStandard(String language, int width, ColorScheme scheme) {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.person(language, width, true, scheme);
            PageCheck check = new PageCheck(page);
            page.navigate(sandbox.address().toString());
            check.look("sandbox-home", page);
            page.fill("#name", "Mairie d'Exemple");
            page.fill("#redirect", "http://service.example/back");
            page.locator("form[action$=register] button").click();
            page.waitForSelector("[role=alert]");
            check.look("sandbox-mistake", page);
            page.fill("#redirect", "https://service.example/back");
            page.locator("form[action$=register] button").click();
            page.waitForSelector("#client-id");
            page.locator("summary").first().click();
            check.look("sandbox-registered", page);
            read(page, check, "copiee");
            page.waitForSelector("#refusal");
            check.look("sandbox-refused", page);
            page.navigate(sandbox.address() + "/try");
            page.waitForSelector("#step-1");
            check.look("sandbox-trial", page);

            assertThat(check.faults()).isEmpty();
        }
    }

    private void read(Page page, PageCheck check, String person) {
        page.navigate(sandbox.address().toString());
        page.locator("form[action$=try] button").click();
        page.waitForSelector("#address", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        String address = page.locator("#address").textContent().strip();
        page.navigate(sandbox.address() + "/read?address=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
        check.look("sandbox-people", page);
        page.locator("button[value=" + person + "]").click();
    }
}
