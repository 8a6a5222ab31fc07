package fr.tessere.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.tessere.server.ChildProcess;
import fr.tessere.server.DemoService;
import fr.tessere.server.FirstUse;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.NewDocument;
import fr.tessere.server.ReaderProgram;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.chip.SoftwareChip;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.link.ChipServer;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("A person without a mouse gets through, from the service's button to its page (WCAG 2.1.1)")
class KeyboardTest {
    private final SpecimenDocument document = NewDocument.like("french-identity-card");

    @Test
    void theFirstUseAndThenASignInWithTheCode(KeycloakServer server, DemoService demo) {
        try (ChipServer chip = ChipServer.start(new SoftwareChip(document.contents()));
                ChildProcess reader = ReaderProgram.page(server.readerPage(), chip.port());
                Chromium chromium = Chromium.start()) {
            Page page = chromium.person("fr", 1280, true);
            page.navigate(demo.address().toString());
            Keyboard keys = new Keyboard(page);
            keys.to("a.button[href$='/form']").enter();
            keys.to("a.button[href$='oauth2/authorization/form']").enter();
            read(keys);
            keys.to("#agree button[value=agree]").enter();
            focused(page, "#choose-code #code");
            page.keyboard().type(FirstUse.CODE);
            page.keyboard().press("Tab");
            page.keyboard().type(FirstUse.CODE);
            page.keyboard().press("Enter");
            keys.to("#give-email button[value=no-email]").enter();
            page.waitForURL("**/form");

            page.navigate(server.service("town-hall")
                    .begin(Map.of("acr_values", "eidas2", "prompt", "login"))
                    .address()
                    .toString());
            read(keys);
            focused(page, "#type-code #code");
            page.keyboard().type("274 91");
            page.keyboard().press("Enter");
            page.locator("#wrong").waitFor();
            assertThat(page.locator("#wrong").getAttribute("role"))
                    .as("is read out")
                    .isEqualTo("alert");
            assertThat(page.locator("#code").getAttribute("aria-invalid")).isEqualTo("true");
            focused(page, "#type-code #code");
            page.route("http://127.0.0.1:9/**", route -> route.fulfill());
            page.keyboard().type(FirstUse.CODE);
            page.waitForRequest("http://127.0.0.1:9/**", () -> page.keyboard().press("Enter"));
            assertThat(reader.isAlive()).isTrue();
        }
    }

    private void read(Keyboard keys) {
        keys.to("#reader").enter();
        keys.to("form[method=post] button").enter();
        keys.to("input[name=can]").type(document.can().orElseThrow()).enter();
    }

    private static void focused(Page page, String selector) {
        page.locator(selector).waitFor();
        assertThat(isFocused(page, selector))
                .as("the first field has the focus")
                .isTrue();
    }

    private static boolean isFocused(Page page, String selector) {
        return Boolean.TRUE.equals(page.evaluate("s => document.activeElement.matches(s)", selector));
    }
}
