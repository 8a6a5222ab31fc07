package fr.tessere.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.tessere.server.ChildProcess;
import fr.tessere.server.DemoService;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.NewDocument;
import fr.tessere.server.ReaderProgram;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.chip.SoftwareChip;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.link.ChipServer;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("Everybody can use the pages (WCAG 2 A and AA), and they ask little of a browser")
class AccessibilityTest {
    private final SpecimenDocument document = NewDocument.like("french-identity-card");

    @ParameterizedTest(name = "in {0} at {1} pixels, {2}")
    @CsvSource({"fr, 320, LIGHT", "en, 1280, LIGHT", "en, 320, DARK", "fr, 1280, DARK"})
    void noPageViolatesTheStandard(
            String language, int width, ColorScheme scheme, KeycloakServer server, DemoService demo) {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.person(language, width, true, scheme);
            PageCheck check = new PageCheck(page);
            tour(page, check::look, server, demo);

            assertThat(check.faults()).isEmpty();
            System.getLogger("tessere").log(System.Logger.Level.INFO, "heaviest page: {0} bytes", check.heaviest());
        }
    }

    @Test
    void everyPageHoldsTextOfTwiceTheSize(KeycloakServer server, DemoService demo) {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.person("fr", 1280, true);
            JsonObject larger = JsonParser.parseString("{\"fontSizes\":{\"standard\":32,\"fixed\":26}}")
                    .getAsJsonObject();
            page.context().newCDPSession(page).send("Page.setFontSizes", larger);
            PageCheck check = new PageCheck(page);
            tour(
                    page,
                    (name, shown) -> {
                        assertThat(shown.evaluate("getComputedStyle(document.documentElement).fontSize"))
                                .as(name)
                                .isEqualTo("32px");
                        check.fits(name, shown);
                    },
                    server,
                    demo);

            assertThat(check.faults()).isEmpty();
        }
    }

    private void tour(Page page, BiConsumer<String, Page> observer, KeycloakServer server, DemoService demo) {
        try (ChipServer chip = ChipServer.start(new SoftwareChip(document.contents()));
                ChildProcess reader = ReaderProgram.page(server.readerPage(), chip.port())) {
            Tour.through(page, observer, server, demo, document.can().orElseThrow());
            assertThat(reader.isAlive()).isTrue();
        }
    }
}
