package fr.tessere.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import fr.tessere.server.ChildProcess;
import fr.tessere.server.DemoService;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.ReaderProgram;
import fr.tessere.server.Visitor;
import fr.tessere.server.Wire;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.chip.SoftwareChip;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.specimen.link.ChipServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A site of somebody else, in the same real browser")
class OtherOriginTest {
    private static final String REBOUND = "rebound.example";

    private final SpecimenDocument document = Specimens.load("french-identity-card");
    private final Chromium chromium = Chromium.start(List.of("--host-resolver-rules=MAP " + REBOUND + " 127.0.0.1"));
    private final OtherOrigin evil = OtherOrigin.start();
    private final ChipServer chip = ChipServer.start(new SoftwareChip(document.contents()));
    private final java.util.List<ChildProcess> programs = new java.util.ArrayList<>();
    private Page person;

    @BeforeAll
    void openTheReader(KeycloakServer server) {
        programs.add(ReaderProgram.page(server.readerPage(), chip.port()));
    }

    @BeforeEach
    void openABrowser() {
        person = chromium.person("en", 1280, true);
    }

    @AfterEach
    void closeTheBrowser() {
        person.context().close();
    }

    @AfterAll
    void close() {
        programs.forEach(ChildProcess::close);
        chip.close();
        evil.close();
        chromium.close();
    }

    @Test
    void readsNothingFromTheReader(KeycloakServer server) {
        person.navigate(evil.serving(""));
        for (String path : List.of("/", "/read?address=x", "/readings/x/progress", "/progress.js", "/look/look.css")) {
            Object read = person.evaluate(
                    "address => fetch(address).then(answer => 'read ' + answer.status, refused => 'refused')",
                    reader(server) + path);
            assertThat(read).as(path).isEqualTo("refused");
        }
    }

    @Test
    void drivesTheReaderByNoFormAndNoLinkWithoutAGesture(KeycloakServer server) {
        Visitor visitor = Visitor.arriveAt(server);
        String address = visitor.readingHere().toString();

        person.navigate(
                evil.serving("<form method=post action='" + reader(server) + "/read'><input name=address value='"
                        + address + "'><input name=token value=x></form><script>document.forms[0].submit()</script>"));
        person.waitForURL(reader(server) + "/read");
        assertThat(person.locator("main").textContent()).contains("nothing was done");

        person.navigate(evil.serving("<script>location = '" + reader(server) + "/read?address="
                + URLEncoder.encode(address, StandardCharsets.UTF_8) + "'</script>"));
        person.waitForURL(reader(server) + "/read?**");
        assertThat(person.locator("main").textContent()).contains("Nothing has been sent yet");
        assertThat(person.locator("input[name=can]").count()).isZero();
        assertThat(new Wire(visitor.readingHere()).open().type())
                .as("nobody has opened it")
                .isEqualTo("opened");
    }

    @Test
    void reachesTheReaderUnderNoOtherName(KeycloakServer server) {
        // an error status and nothing else: the browser shows a page of its own
        assertThatThrownBy(() -> person.navigate("http://" + REBOUND + ":" + server.readerPage() + "/"))
                .hasMessageContaining("ERR_HTTP_RESPONSE_CODE_FAILURE");
    }

    @Test
    void framesNoPage(KeycloakServer server, DemoService demo) {
        String signIn =
                server.service("town-hall").begin("eidas1").address().toString().replace("&", "&amp;");
        List<String> said = new ArrayList<>();
        person.onConsoleMessage(message -> said.add(message.text()));
        for (String target : List.of(
                reader(server) + "/",
                reader(server) + "/read?address=x",
                signIn,
                server.issuer() + "/tessere/code",
                server.issuer() + "/tessere-identity",
                server.issuer() + "/tessere-email/confirm?token=x",
                server.issuer() + "/tessere/officer",
                demo.address().toString())) {
            said.clear();
            person.navigate(evil.serving("<iframe src=\"" + target + "\"></iframe>"));
            person.waitForCondition(() -> said.stream()
                    .anyMatch(line -> line.contains("frame-ancestors") || line.contains("X-Frame-Options")));
            assertThat(person.frameLocator("iframe").locator("main").count())
                    .as(target)
                    .isZero();
        }
    }

    @Test
    void finishesItsOwnSignInWithNobodyElsesCard(KeycloakServer server) {
        Page attacker = chromium.person("en", 1280, true);
        attacker.navigate(server.service("town-hall").begin("eidas1").address().toString());
        String lure = attacker.locator("#reader").getAttribute("href");

        person.navigate(evil.serving("<a href='" + lure + "'>free holidays</a>"));
        person.locator("a").click();
        person.locator("form[method=post] button").click();
        person.waitForSelector("input[name=can]");
        person.fill("input[name=can]", document.can().orElseThrow());
        person.locator("form:has(input[name=can]) button").click();
        person.waitForSelector("#refusal");

        assertThat(person.locator("#refusal").textContent()).isEqualTo("browser-other");
        attacker.waitForSelector("#refusal");
        assertThat(attacker.locator("#refusal").textContent()).isEqualTo("browser-other");
        attacker.context().close();
    }

    private static String reader(KeycloakServer server) {
        return "http://127.0.0.1:" + server.readerPage();
    }
}
