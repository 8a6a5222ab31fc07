package fr.tessere.reader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.reader.page.ScriptedDesk;
import fr.tessere.reader.page.Texts;
import fr.tessere.reader.server.FakeReadingServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderCommandTest {
    private final ScriptedDesk desk = new ScriptedDesk();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<URI> opened = new ArrayList<>();

    @AutoClose
    private final FakeReadingServer server = new FakeReadingServer();

    private String name = ReaderCommand.NAME;
    private String typed = "";
    private Locale locale = Locale.ENGLISH;

    @Nested
    class WrongUseOfTheCommandLine {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "dance",
                    "read",
                    "read --can-from-stdin",
                    "read A --nonsense",
                    "read A --reader usb",
                    "read A --chip nowhere",
                    "read A --chip 127.0.0.1:0",
                    "read A --language de",
                    "read A",
                    "page --port many",
                    "page --port 70000",
                    "page --on-demand",
                    "open --port 70000",
                })
        void endsWith64(String line) {
            assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(64);
            assertThat(err.toString()).contains("Wrong use").contains("--help");
            assertThat(server.calls()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"read A 123456", "read A --can=123456", "read A --can 123456", "123456"})
        void neverSaysACodeAgain(String line) {
            assertThat(run(line.split(" "))).isEqualTo(64);
            assertThat(err.toString() + out).doesNotContain("123456");
        }
    }

    @Nested
    class Read {
        @Test
        void refusesAnAddressThatIsNone() {
            typed = "123456\n";
            assertThat(run("read", "https://evil.example/", "--can-from-stdin")).isEqualTo(2);
            assertThat(err.toString()).contains("address-invalid", "Copy the whole address");
        }

        @Test
        void doesNotSpendAReadingWithoutAReader() {
            desk.withoutReader();
            assertThat(run("read", server.address(), "--can-from-stdin")).isEqualTo(2);
            assertThat(err.toString()).contains("reader-missing");
            assertThat(server.calls()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "12345\n", "abcdef\n"})
        void doesNotSpendAReadingOnACodeThatIsNone(String code) {
            typed = code;
            assertThat(run("read", server.address(), "--can-from-stdin")).isEqualTo(2);
            assertThat(err.toString()).contains("can-malformed");
            assertThat(server.calls()).isEmpty();
        }

        @Test
        void saysWhyTheServerRefused() throws IOException {
            server.thenGolden("opened").thenProblem("signer-untrusted");
            typed = "123456\n";
            assertThat(run("read", server.address(), "--can-from-stdin")).isEqualTo(2);
            assertThat(err.toString())
                    .contains("signer-untrusted", "not signed by a State that is trusted here", "Use another document")
                    .contains(server.origin() + "/realms/tessere/tessere/help/signer-untrusted?kc_locale=en");
        }

        @Test
        void saysThatTheCardRefusedTheCode() throws IOException {
            server.thenGolden("opened");
            typed = "654321\n";
            assertThat(run("read", server.address(), "--can-from-stdin")).isEqualTo(2);
            assertThat(err.toString()).contains("can-wrong").doesNotContain("654321");
        }

        @Test
        void showsWhoAsksAndPrintsTheWayBack() throws IOException {
            server.thenGolden("opened").thenGolden("script").thenDone();
            typed = "123456\n";
            assertThat(run("read", server.address(), "--can-from-stdin")).isZero();
            assertThat(out.toString())
                    .contains("Démarches en ligne", "family name, given names", "low", "4821")
                    .contains("The chip proves that it is the original")
                    .contains(server.origin() + "/realms/tessere/tessere/return?code=f3Zx")
                    .doesNotContain("123456");
            assertThat(opened).isEmpty();
            assertThat(server.calls()).containsExactly("open", "chip", "proof");
        }

        @Test
        void opensTheBrowserWhenAsked() throws IOException {
            server.thenGolden("opened").thenGolden("script").thenDone();
            typed = "123456\n";
            assertThat(run("read", server.address(), "--can-from-stdin", "--open-browser"))
                    .isZero();
            assertThat(opened)
                    .containsExactly(URI.create(server.origin() + "/realms/tessere/tessere/return?code=f3Zx"));
            assertThat(out.toString()).doesNotContain("code=f3Zx");
        }

        @Test
        void warnsOnAnotherDeviceInFrench() throws IOException {
            locale = Locale.FRENCH;
            server.thenGolden("opened.another-device").thenGolden("script").thenGolden("done.another-device");
            typed = "123456\n";
            assertThat(run("read", server.address(), "--can-from-stdin")).isZero();
            assertThat(out.toString()).contains("arrêtez\u00a0: cette personne serait connectée avec votre carte");
        }
    }

    @Nested
    class Inspect {
        @Test
        void looksFromOutsideWithNobodyToAsk() {
            assertThat(run("inspect", "--json")).isZero();
            assertThat(out.toString()).contains("\"access\"", "PACE").doesNotContain("\"inside\"");
        }

        @Test
        void looksInsideWithTheCode() {
            typed = "123456\n";
            assertThat(run("inspect", "--can-from-stdin")).isZero();
            assertThat(out.toString()).contains("dg1, dg2, dg14", "Protection against copies: yes", "9 commands");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "read", "inspect", "page", "open", "generate-completion"})
    void helpsInBothLanguages(String command) {
        String english = help(command, Locale.ENGLISH);
        String french = help(command, Locale.FRENCH);
        assertThat(english).contains("Usage:").doesNotContain("Utilisation");
        assertThat(french).contains("Utilisation\u00a0:").doesNotContain("Usage:", "Show ", "Display ", "Print ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "read", "inspect", "page", "open", "generate-completion"})
    @DisplayName("installed, the reader has a name of its own, and its help uses it")
    void helpsUnderTheNameItIsCalledBy(String command) {
        String usual = help(command, Locale.ENGLISH);
        name = "tessere-reader";
        assertThat(help(command, Locale.ENGLISH).replaceAll("\\s+", ""))
                .isEqualTo(usual.replaceAll("\\btessere\\b", "tessere-reader").replaceAll("\\s+", ""));
        assertThat(run("read", "--nonsense")).isEqualTo(64);
        assertThat(err.toString()).contains("tessere-reader read --help");
    }

    @Test
    void saysItsVersion() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString().strip()).matches("tessere-reader [0-9]+\\.[0-9]+\\.[0-9]+");
    }

    @Test
    void showsThePageThatIsThereAlready() throws IOException {
        try (ServerSocket somebody = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = somebody.getLocalPort();
            assertThat(run("open", "--port", String.valueOf(port), "https://id.example/x"))
                    .isZero();
            assertThat(opened)
                    .containsExactly(
                            URI.create("http://127.0.0.1:" + port + "/read?address=https%3A%2F%2Fid.example%2Fx"));
        }
    }

    @Test
    void writesACompletionScript() {
        assertThat(run("generate-completion")).isZero();
        assertThat(out.toString()).contains("complete -F", "tessere", "inspect");
    }

    private String help(String command, Locale language) {
        locale = language;
        out.getBuffer().setLength(0);
        assertThat(command.isEmpty() ? run("--help") : run(command, "--help")).isZero();
        return out.toString();
    }

    private int run(String... arguments) {
        Terminal terminal = new Terminal(
                new BufferedReader(new StringReader(typed)),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                null);
        return ReaderCommand.run(
                name,
                new Surroundings(terminal, Texts.in(locale), options -> desk, opened::add, Clock.systemUTC()),
                arguments);
    }
}
