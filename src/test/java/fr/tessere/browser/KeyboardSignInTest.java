package fr.tessere.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.ChildProcess;
import fr.tessere.server.DemoService;
import fr.tessere.server.FirstUse;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.ReaderProgram;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.chip.SoftwareChip;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.specimen.link.ChipServer;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("Without a mouse and without seeing")
class KeyboardSignInTest {
    /** Keeps what live regions come to say. */
    private static final String LISTEN = """
            () => {
              window.said = [];
              for (const region of document.querySelectorAll('[aria-live=polite], [role=status]')) {
                new MutationObserver(() => window.said.push(region.textContent))
                    .observe(region, { childList: true, characterData: true, subtree: true });
              }
            }""";

    /** Nobody else in these tests has it, so the first sign-in is a first use. */
    private final SpecimenDocument document = Specimens.load("identity-card-long-number");

    @Test
    void aFirstUseAndASignInFromBeginningToEndByKeysInTheOrderOfThePage(KeycloakServer server, DemoService demo) {
        try (Chromium chromium = Chromium.start();
                ChipServer chip = ChipServer.start(new SoftwareChip(document.contents()));
                ChildProcess reader = ReaderProgram.page(server.readerPage(), chip.port())) {
            for (int visit = 1; visit <= 2; visit++) {
                Page page = chromium.person("fr", 1280, true);
                page.navigate(demo.address().toString());
                Keyboard keys = new Keyboard(page);

                keys.to("a.button[href$='/form']").enter();
                keys.to("a.button[href$='oauth2/authorization/form']").enter();
                keys.to("#reader").enter();
                keys.to("form[method=post] button").enter();
                keys.to("input[name=can]").type(document.can().orElseThrow()).enter();
                firstUse(page, keys);
                page.waitForURL("**/form");

                assertThat(keys.faults()).isEmpty();
                page.context().close();
            }
            assertThat(reader.isAlive()).isTrue();
        }
    }

    private static void firstUse(Page page, Keyboard keys) {
        String end = "form[action*=logout]";
        while (page.locator(end).count() == 0) {
            page.waitForSelector("#agree, #choose-code, #give-email, " + end);
            if (page.locator("#agree").count() > 0) {
                page.waitForNavigation(
                        () -> keys.to("#agree button[value=agree]").enter());
            } else if (page.locator("#choose-code").count() > 0) {
                keys.to("#code").type(FirstUse.CODE);
                page.waitForNavigation(
                        () -> keys.to("#again").type(FirstUse.CODE).enter());
            } else if (page.locator("#give-email").count() > 0) {
                page.waitForNavigation(
                        () -> keys.to("#give-email button[value=no-email]").enter());
            }
        }
    }

    @Test
    void theFirstThingOnEveryPageLeadsToItsContent(DemoService demo) {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.person("fr", 320, true);
            new Walk(page, (name, shown) -> {
                        new Keyboard(shown).to("a.skip").enter();
                        assertThat(shown.evaluate("document.activeElement.tagName"))
                                .as(name)
                                .isEqualTo("MAIN");
                    })
                    .toSignIn(demo);
        }
    }

    @Test
    void theWaitingPageSaysAloudWhatHappens(DemoService demo) throws ReadingException {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.person("en", 1280, true);
            Walk walk = new Walk(page, (name, shown) -> {}).toSignIn(demo);
            page.evaluate(LISTEN);

            walk.openedElsewhere();

            page.waitForSelector("#state[data-state=reading]");
            assertThat((List<?>) page.evaluate("window.said"))
                    .singleElement()
                    .isEqualTo("A reader has opened this sign-in. Leave the card on it.");
            assertThat(page.locator("#state").getAttribute("role")).isEqualTo("status");
        }
    }
}
