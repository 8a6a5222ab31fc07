package fr.tessere.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import fr.tessere.server.ChildProcess;
import fr.tessere.server.DemoService;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.ReaderProgram;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.chip.SoftwareChip;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.specimen.link.ChipServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("Everybody can use the pages (WCAG 2 A and AA)")
class AccessibilityTest {
    private static final List<String> STANDARD = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final List<String> violations = new ArrayList<>();

    @ParameterizedTest(name = "in {0} at {1} pixels")
    @CsvSource({"fr, 320", "en, 1280"})
    void noPageViolatesTheStandard(String language, int width, KeycloakServer server, DemoService demo) {
        SpecimenDocument document = Specimens.load("french-identity-card");
        try (Chromium chromium = Chromium.start();
                ChipServer chip = ChipServer.start(new SoftwareChip(document.contents()));
                ChildProcess reader = ReaderProgram.page(server.readerPage(), chip.port())) {
            Page page = chromium.person(language, width, true);
            Tour.through(page, this::look, server, demo, document.can().orElseThrow());
            assertThat(reader.isAlive()).isTrue();
        }

        assertThat(violations).isEmpty();
    }

    private void look(String name, Page page) {
        for (Rule rule : new AxeBuilder(page).withTags(STANDARD).analyze().getViolations()) {
            violations.add(name + ": " + rule.getId() + " " + rule.getHelp() + " "
                    + rule.getNodes().get(0).getHtml());
        }
        Object scrolls = page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
        if (Boolean.TRUE.equals(scrolls)) {
            violations.add(name + ": must be scrolled sideways");
        }
    }
}
