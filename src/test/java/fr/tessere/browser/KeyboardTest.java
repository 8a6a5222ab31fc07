package fr.tessere.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.Wording;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.server.SignIn;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Without a mouse and without seeing, from the service's button to its page (WCAG 2.1.1, 2.4.3, 4.1.3)")
class KeyboardTest {
    /** Keeps what live regions come to say. */
    private static final String LISTEN = """
            () => {
              window.said = [];
              for (const region of document.querySelectorAll('[aria-live=polite], [role=status]')) {
                new MutationObserver(() => window.said.push(region.textContent))
                    .observe(region, { childList: true, characterData: true, subtree: true });
              }
            }""";

    private final SpecimenDocument document = NewDocument.like("french-identity-card");
    private final Chromium chromium = Chromium.start();

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void aFirstUseAndASignInWithTheCodeByKeysInTheOrderOfThePage(KeycloakServer server, DemoService demo) {
        try (ChipServer chip = ChipServer.start(new SoftwareChip(document.contents()));
                ChildProcess reader = ReaderProgram.page(server.readerPage(), chip.port())) {
            Page page = chromium.person("fr", 1280, true);
            page.navigate(demo.address().toString());
            Keyboard keys = new Keyboard(page);
            keys.to("a.button[href$='/form']").enter();
            keys.to("a.button[href$='oauth2/authorization/form']").enter();
            read(keys);
            keys.to("#agree button[value=agree]").enter();
            focused(page, "#choose-code #code");
            keys.type(FirstUse.CODE);
            keys.to("#again").type(FirstUse.CODE).enter();
            keys.to("#give-email button[value=no-email]").enter();
            page.waitForURL("**/form");

            page.navigate(server.service("town-hall")
                    .begin(Map.of("acr_values", "eidas2", "prompt", "login"))
                    .address()
                    .toString());
            read(keys);
            focused(page, "#type-code #code");
            keys.type("274 91").enter();
            saysWhatWasWrong(page);
            focused(page, "#type-code #code");
            page.route("http://127.0.0.1:9/**", route -> route.fulfill());
            keys.type(FirstUse.CODE);
            page.waitForRequest("http://127.0.0.1:9/**", keys::enter);

            assertThat(keys.faults()).isEmpty();
            assertThat(reader.isAlive()).isTrue();
            page.context().close();
        }
    }

    @Test
    void theFirstThingOnEveryPageLeadsToItsContent(DemoService demo) {
        Page page = chromium.person("fr", 320, true);
        new Walk(page, (name, shown) -> {
                    new Keyboard(shown).to("a.skip").enter();
                    assertThat(shown.evaluate("document.activeElement.tagName"))
                            .as(name)
                            .isEqualTo("MAIN");
                })
                .toSignIn(demo);
        page.context().close();
    }

    @Test
    void theWaitingPageSaysAloudWhatHappens(DemoService demo) throws ReadingException {
        Page page = chromium.person("en", 1280, true);
        Walk walk = new Walk(page, (name, shown) -> {}).toSignIn(demo);
        page.evaluate(LISTEN);

        SignIn reader = walk.openedElsewhere();

        page.waitForSelector("#state[data-state=reading]");
        assertThat((List<?>) page.evaluate("window.said"))
                .singleElement()
                .isEqualTo("A reader has opened this sign-in. Leave the card on it.");
        assertThat(page.locator("#state").getAttribute("role")).isEqualTo("status");
        reader.tell(RefusalCode.CARD_MISSING);
        page.waitForSelector("#trouble.notice");
        Wording english = new Wording(Locale.ENGLISH);
        assertThat((List<?>) page.evaluate("window.said"))
                .as("once, however often the page asks")
                .hasSize(2)
                .last()
                .isEqualTo(english.happened(RefusalCode.CARD_MISSING) + " " + english.next(RefusalCode.CARD_MISSING));
        page.context().close();
    }

    private void read(Keyboard keys) {
        keys.to("#reader").enter();
        keys.to("form[method=post] button").enter();
        keys.to("input[name=can]").type(document.can().orElseThrow()).enter();
    }

    private static void saysWhatWasWrong(Page page) {
        page.locator("#wrong").waitFor();
        assertThat(page.locator("#wrong").getAttribute("role"))
                .as("is read out")
                .isEqualTo("alert");
        assertThat(page.locator("#code").getAttribute("aria-invalid")).isEqualTo("true");
    }

    /** The first field has the focus; a browser gives it a moment after the page is there. */
    private static void focused(Page page, String selector) {
        page.locator(selector + ":focus").waitFor();
    }
}
