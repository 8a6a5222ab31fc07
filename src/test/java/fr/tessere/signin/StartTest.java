package fr.tessere.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.tessere.server.Folders;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.ReaderProgram;
import fr.tessere.server.RelyingService;
import fr.tessere.server.StartedHere;
import fr.tessere.server.TessereCommand;
import fr.tessere.server.Visitor;
import fr.tessere.server.Waiting;
import fr.tessere.specimen.document.Specimens;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("tessere start, as a person at a terminal runs it")
class StartTest {
    private static final Path STATE = Folders.target().resolve("start/state");
    private static final List<String> ADDRESSES =
            List.of("Demonstration service", "Administration", "Officers", "Counter", "Reader's page");

    @BeforeAll
    static void forgetEarlierRuns() throws IOException {
        StartedHere.forget(STATE);
    }

    @Test
    void allOfItRunsUntilCtrlCAndTheSecondTimeNothingIsPreparedAgain() throws IOException {
        // the same for both: another address means another database
        int port = StartedHere.freePort();
        String password;
        try (StartedHere start = StartedHere.with(STATE, port)) {
            assertThat(start.output()).contains("Preparing Keycloak");
            assertThat(start.processes()).hasSizeGreaterThan(4);
            for (String label : ADDRESSES) {
                assertThat(open(start.address(label)).status()).as(label).isEqualTo(200);
            }
            URI issuer = start.address("Identity provider");
            assertThat(RelyingService.metadata(issuer).path("issuer").asText()).isEqualTo(issuer.toString());
            signsInAtTheDemonstration(start);
            password = Files.readString(STATE.resolve("admin-password"));
            ends(start);
        }
        try (StartedHere again = StartedHere.with(STATE, port)) {
            assertThat(again.output()).doesNotContain("Preparing Keycloak", "starts anew");
            assertThat(STATE.resolve("admin-password")).hasContent(password);
            becomesAnOfficer(again);
            ends(again);
        }
    }

    /** With the command and the code that it printed. */
    private static void signsInAtTheDemonstration(StartedHere start) {
        PlainBrowser browser = new PlainBrowser("en");
        URI begin = start.address("Demonstration service").resolve("/oauth2/authorization/form");
        Visitor visitor = Visitor.sentTo(browser, elsewhere(browser.open(begin)));

        ReaderProgram.Ended read = start.run(
                start.said("CAN ([0-9]{6})"),
                "read",
                "--chip",
                start.said("src/main/bin/tessere read --chip (\\S+) ADDRESS"),
                visitor.readingHere().toString(),
                "--can-from-stdin");

        visitor.returnTo(TerminalSignInTest.wayBack(read));
        Page service = browser.open(elsewhere(visitor.page()));
        assertThat(service.status()).isEqualTo(200);
        assertThat(service.body()).contains("eidas1");
    }

    /** With the commands that {@code start} and {@code officer --help} print. */
    private static void becomesAnOfficer(StartedHere start) {
        URI pages = start.address("Officers");
        Visitor visitor = Visitor.sentTo(new PlainBrowser("en"), pages);
        String profile =
                find("src/main/bin/tessere read --specimen (\\S+) ADDRESS", start.run("", "officer", "--help"));

        ReaderProgram.Ended read = start.run(
                Specimens.load(profile).can().orElseThrow(),
                "read",
                "--specimen",
                profile,
                visitor.readingHere().toString(),
                "--can-from-stdin");

        String account = visitor.returnTo(TerminalSignInTest.wayBack(read))
                .page()
                .find("id=\"account\">([^<]+)<")
                .orElseThrow(() -> new AssertionError(visitor.page().body()));
        ReaderProgram.Ended appointed = start.run("", "officer", account);
        assertThat(appointed.exitCode()).as(appointed.output()).isZero();
        assertThat(visitor.browser().open(pages).body()).contains("<nav class=\"officer\"");
    }

    @Test
    void whatIsNeitherAFileNorAProfileIsWrongUse() {
        ReaderProgram.Ended read =
                TessereCommand.run(STATE, "", "read", "--specimen", "no-such-profile", "http://127.0.0.1/");

        assertThat(read.exitCode()).as(read.output()).isEqualTo(64);
        assertThat(read.output()).contains("no-such-profile");
    }

    private static void ends(StartedHere start) {
        start.interrupt();

        assertThat(start.output()).contains("Ending");
        Waiting.until(
                "nothing of it runs",
                Duration.ofSeconds(30),
                () -> start.processes().isEmpty());
        for (String label : ADDRESSES) {
            assertThatThrownBy(() -> open(start.address(label))).as(label).hasMessageContaining("no answer");
        }
    }

    private static Page open(URI address) {
        return new PlainBrowser("en").open(address);
    }

    /** Where the page sends the browser, on another site. */
    private static URI elsewhere(Page page) {
        return page.redirect().orElseThrow(() -> new AssertionError("not sent on: " + page.body()));
    }

    private static String find(String expression, ReaderProgram.Ended ended) {
        Matcher found = Pattern.compile(expression).matcher(ended.output());
        assertThat(found.find()).as(ended.output()).isTrue();
        return found.group(1);
    }
}
