package fr.tessere.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.ChildProcess;
import fr.tessere.server.DemoService;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.ReaderProgram;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.chip.SoftwareChip;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.specimen.link.ChipServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WithKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("From the service's button to its page about the person")
class BrowserSignInTest {
    private static final int DESKTOP = 1280;

    private final SpecimenDocument document = Specimens.load("french-identity-card");
    private final Chromium chromium = Chromium.start();
    private final ChipServer chip = ChipServer.start(new SoftwareChip(document.contents()));
    private final java.util.List<ChildProcess> programs = new java.util.ArrayList<>();

    @BeforeAll
    void layTheCardOnTheReader(KeycloakServer server) {
        programs.add(ReaderProgram.page(server.readerPage(), chip.port()));
    }

    @AfterAll
    void putEverythingAway() {
        programs.forEach(ChildProcess::close);
        chip.close();
        chromium.close();
    }

    @ParameterizedTest(name = "in {0}, scripts {1}")
    @CsvSource({"fr, true", "en, true", "fr, false", "en, false"})
    void withTheReaderOnThisComputer(String language, boolean scripts, DemoService demo) {
        Page page = chromium.person(language, DESKTOP, scripts);

        new Walk(page, (name, shown) -> speaks(language, name, shown))
                .toSignIn(demo)
                .throughTheReaderHere(document.can().orElseThrow());

        tellsWhoAndHow(language, page);
        page.context().close();
    }

    @ParameterizedTest(name = "in {0}, scripts {1}")
    @CsvSource({"fr, true", "en, false"})
    void withAReaderThatReadTheQrCode(String language, boolean scripts, DemoService demo) throws ReadingException {
        Page page = chromium.person(language, DESKTOP, scripts);
        Walk walk = new Walk(page, (name, shown) -> speaks(language, name, shown)).toSignIn(demo);

        walk.throughAReaderElsewhere(document);
        if (!scripts) {
            walk.pressContinue();
        }
        walk.arrived();

        tellsWhoAndHow(language, page);
        page.context().close();
    }

    @Test
    void signingOutAtTheServiceSignsOutAtTheProvider(DemoService demo) {
        Page page = chromium.person("en", DESKTOP, true);
        Walk walk = new Walk(page, (name, shown) -> {});
        walk.toSignIn(demo).throughTheReaderHere(document.can().orElseThrow());

        page.locator("form[action*=logout] button").click();
        page.waitForURL(demo.address() + "/");

        // a session that lived on would sign in again without a card
        walk.toSignIn(demo);
        page.context().close();
    }

    @Test
    void aPersonWhoLeavesComesBackToTheService(DemoService demo) {
        Page page = chromium.person("fr", DESKTOP, true);
        new Walk(page, (name, shown) -> {}).toSignIn(demo);

        page.locator("button[value=leave]").click();
        page.waitForURL("**/refused**");

        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("fr");
        page.context().close();
    }

    private static void speaks(String language, String name, Page page) {
        assertThat(page.locator("html").getAttribute("lang")).as(name).isEqualTo(language);
        assertThat(page.locator("h1").count()).as("headings of %s", name).isEqualTo(1);
        if (name.equals("sign-in")) {
            saysWhoAsksForWhat(language, page);
        }
    }

    private static void saysWhoAsksForWhat(String language, Page page) {
        boolean french = language.equals("fr");
        assertThat(page.locator("main .lead").first().textContent())
                .isEqualTo(
                        french
                                ? "Service des démarches (démonstration) demande\u00a0:"
                                : "Public formalities service (demonstration) asks for:");
        assertThat(page.locator("ul.claims li").allTextContents())
                .contains(french ? "nom" : "family name")
                .contains(french ? "date de naissance" : "date of birth")
                .contains(french ? "type de document" : "type of document");
        assertThat(page.locator("main").textContent().replaceAll("[\\s\u00a0]+", " "))
                .contains(french ? "Niveau de sécurité demandé : faible." : "Level of security asked for: low.");
        assertThat(page.locator("svg.qr path").getAttribute("d")).isNotBlank();
        assertThat(page.locator("#here").textContent()).isEqualTo(french ? "Sur cet ordinateur" : "On this computer");
    }

    private static void tellsWhoAndHow(String language, Page page) {
        boolean french = language.equals("fr");
        assertThat(page.locator("main").textContent())
                .contains("eidas1")
                .containsIgnoringCase("specimen")
                .contains("1991")
                .contains(french ? "une clé secrète que seule la puce possède" : "a secret key that only the chip has")
                .contains(french ? "elle a répondu avec sa propre clé" : "it answered with its own key");
    }
}
