package fr.tessere.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import fr.tessere.server.CardInHand;
import fr.tessere.server.CardInHand.Moment;
import fr.tessere.server.ChildProcess;
import fr.tessere.server.DemoService;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Officers;
import fr.tessere.server.ReaderProgram;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
@DisplayName("What goes wrong ends in a page that says what to do")
class MishapTest {
    private final SpecimenDocument document = Specimens.load("french-identity-card");
    private final String can = document.can().orElseThrow();
    private final Chromium chromium = Chromium.start();
    private final CardInHand card = CardInHand.of(document);
    /** Begins before all others, so that its time is over when its turn comes. */
    private final Page leftAlone = chromium.person("en", 1280, true);

    private Page page;

    @BeforeAll
    void leaveOneAlone(DemoService demo) {
        new Walk(leftAlone, (name, shown) -> {}).toSignIn(demo);
    }

    @BeforeEach
    void sitDown() {
        page = chromium.person("en", 1280, true);
    }

    @AfterEach
    void standUp() {
        page.context().close();
    }

    @AfterAll
    void close() {
        card.close();
        chromium.close();
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @DisplayName("With the reader program of this computer")
    class WithTheReader {
        private final java.util.List<ChildProcess> programs = new java.util.ArrayList<>();

        @BeforeAll
        void start(KeycloakServer server) {
            programs.add(ReaderProgram.page(server.readerPage(), card.port()));
        }

        @AfterAll
        void stop() {
            programs.forEach(ChildProcess::close);
        }

        @Test
        void aCardTakenAwayIsWaitedForAndNothingIsTypedAgain(DemoService demo) {
            Walk walk = walk().toSignIn(demo);
            card.leavesAt(Moment.READING);

            walk.readHere(can);
            page.locator(".progress[role=status]")
                    .filter(new Locator.FilterOptions().setHasText("The card moved away"))
                    .waitFor();
            card.laidDown();

            walk.arrived();
        }

        @Test
        void aCardThatSlipsAgainAndAgainCanBeReadAnew(DemoService demo) {
            Walk walk = walk().toSignIn(demo);
            card.slipsAt(Moment.READING, 3);

            walk.readHere(can);
            says("chip-lost", "Lay the card on the reader again");
            page.fill("input[name=can]", can);
            page.locator("form:has(input[name=can]) button").click();

            walk.arrived();
        }

        @Test
        void aCardLostInItsProofEndsTheReadingAndTheFirstPageBeginsAnother(DemoService demo) {
            Walk walk = walk().toSignIn(demo);
            String first = page.url();
            card.slipsAt(Moment.PROVING, 3);

            walk.readHere(can);
            says("chip-lost", "Go back to the window in which you began");
            page.navigate(first);
            page.locator("button[value=again]").click();

            walk.throughTheReaderHere(can);
        }

        @Test
        void aWrongCodeIsNoLostCard(DemoService demo) {
            walk().toSignIn(demo).readHere("000000");

            says("can-wrong", "type them again");
            assertThat(page.locator("input[name=can]").getAttribute("aria-describedby"))
                    .contains("refusal");
        }

        @Test
        void aReportedDocumentIsRefusedByName(KeycloakServer server, DemoService demo) {
            Officers officers = server.officers();
            officers.agree("documents/report", report("status", "blocked"));
            try {
                walk().toSignIn(demo).readHere(can);
                says("document-blocked", "");
                page.goBack();
                page.navigate(demo.address().toString());
                assertThat(page.locator("h1").count()).isEqualTo(1);
            } finally {
                officers.agree("documents/lift", report("", ""));
            }
        }

        @Test
        void theSecondTabSaysThatTheFirstWentOn(DemoService demo) {
            walk().toSignIn(demo);
            Page second = page.context().newPage();
            new Walk(second, (name, shown) -> {}).toSignIn(demo).throughTheReaderHere(can);

            page.bringToFront();
            page.waitForSelector("#state[data-state=none]");
            assertThat(page.locator("#state").textContent()).contains("goes on in another window");
        }

        @Test
        void theWayBackLeadsToNoBlankPage(DemoService demo) {
            walk().toSignIn(demo).throughTheReaderHere(can);

            page.goBack();
            page.waitForLoadState();
            page.waitForSelector("h1");
            assertThat(page.locator("main a, main button, main .notice").count())
                    .isPositive();
        }
    }

    @Test
    void aReloadedPageIsTheSameSignIn(DemoService demo) {
        walk().toSignIn(demo);
        String code = page.locator("#short-code").textContent();

        page.reload();

        assertThat(page.locator("#short-code").textContent()).isEqualTo(code);
    }

    @Test
    void withoutTheReaderProgramThePageSaysWhatToDo(DemoService demo) {
        walk().toSignIn(demo);
        assertThat(page.locator("main").textContent()).contains("go back to this page");
        try {
            page.locator("#reader").click();
            page.waitForURL("chrome-error:**");
        } catch (PlaywrightException refused) {
            assertThat(refused.getMessage()).contains("ERR_CONNECTION_REFUSED");
        }

        page.goBack();
        page.locator("#no-reader summary").click();
        assertThat(page.locator("#no-reader").textContent()).contains("Install the reader program", "another device");
    }

    @Test
    void withoutACardTheReaderSaysSo(KeycloakServer server, DemoService demo) {
        try (ChildProcess reader = ReaderProgram.page(server.readerPage(), nobody())) {
            walk().toSignIn(demo).readHere(can);
            says("card-missing", "Lay the card on the reader");
            assertThat(reader.isAlive()).isTrue();
        }
    }

    @Nested
    @Order(Integer.MAX_VALUE)
    @DisplayName("Left alone")
    class LeftAlone {
        @Test
        void aPageThatWaitedTooLongOffersAnother() {
            leftAlone.waitForSelector(
                    "#refusal",
                    new Page.WaitForSelectorOptions().setTimeout((KeycloakServer.READING_SECONDS + 30) * 1000));
            says(leftAlone, "reading-unknown", "");

            leftAlone.locator("button[value=again]").click();
            leftAlone.waitForSelector("#reader");
        }
    }

    private void says(String code, String what) {
        says(page, code, what);
    }

    private static void says(Page page, String code, String what) {
        page.waitForSelector("#refusal");
        assertThat(page.locator("main").textContent()).contains(code, what);
        assertThat(page.locator("[role=alert]").count()).isEqualTo(1);
    }

    private Walk walk() {
        return new Walk(page, (name, shown) -> {});
    }

    private int nobody() {
        try (CardInHand gone = CardInHand.of(document)) {
            return gone.port();
        }
    }

    private Map<String, String> report(String name, String value) {
        Map<String, String> form = new java.util.HashMap<>(Map.of(
                "state",
                "fra",
                "type",
                "ID",
                "number",
                document.mrz().text().substring(5, 14).replace("<", ""),
                "reason",
                "report of the owner"));
        if (!name.isEmpty()) {
            form.put(name, value);
        }
        return form;
    }
}
