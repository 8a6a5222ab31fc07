package fr.tessere.reader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.reader.page.Texts;
import fr.tessere.reader.server.FakeReadingServer;
import fr.tessere.specimen.chip.ChipSettings;
import fr.tessere.specimen.chip.SoftwareChip;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.specimen.link.ChipServer;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The command line with a software chip behind a TCP address")
class SoftwareChipReadingTest {
    /** READ BINARY of DG1 by its short file identifier. */
    private static final String READ_DG1 =
            "{\"type\":\"script\",\"version\":1,\"round\":1,\"reopen\":false,\"commands\":[{\"wrapping\":\"reader\",\"apdu\":\""
                    + Bytes.ofHex("00B0810000").toBase64() + "\"}]}";

    private final SpecimenDocument document = Specimens.load("french-identity-card");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private ChipServer chip;
    private FakeReadingServer server;

    @BeforeEach
    void start() throws Exception {
        chip = ChipServer.start(new SoftwareChip(document.contents()));
        server = new FakeReadingServer();
    }

    @AfterEach
    void stop() {
        chip.close();
        server.close();
    }

    @Test
    void refusesAnotherCode() throws Exception {
        server.thenGolden("opened");
        assertThat(run("000000\n", "read", server.address(), "--can-from-stdin", "--chip", "127.0.0.1:" + chip.port()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("can-wrong").doesNotContain("000000");
        assertThat(server.calls()).containsExactly("open");
    }

    @Test
    void saysThatThereIsNoCard() throws Exception {
        int port = chip.port();
        chip.close();
        server.thenGolden("opened");
        assertThat(run("123456\n", "read", server.address(), "--can-from-stdin", "--chip", "127.0.0.1:" + port))
                .isEqualTo(2);
        assertThat(err.toString()).contains("card-missing");
    }

    @Test
    void readsAndPlaysInTwoCallsAfterOpening() throws Exception {
        server.thenGolden("opened").thenJson(200, READ_DG1).thenDone();
        String can = document.can().orElseThrow();
        assertThat(run(can + "\n", "read", server.address(), "--can-from-stdin", "--chip", "127.0.0.1:" + chip.port()))
                .as(err.toString())
                .isZero();
        assertThat(server.calls()).containsExactly("open", "chip", "proof");
        JsonNode sent = new ObjectMapper().readTree(server.bodies().get(1));
        assertThat(sent.path("access").asText()).isEqualTo("pace");
        assertThat(sent.path("files").has("sod")).isTrue();
        assertThat(sent.path("files").has("dg1")).isFalse();
        String answer = new ObjectMapper()
                .readTree(server.bodies().get(2))
                .path("answers")
                .path(0)
                .asText();
        assertThat(Bytes.ofBase64(answer).toHex()).startsWith("61").endsWith("9000");
        assertThat(String.join("", server.bodies()) + out + err).doesNotContain(can);
    }

    @Test
    void saysEachStepAndHowFarItIs() throws Exception {
        chip.close();
        // EF.SOD in many pieces
        chip = ChipServer.start(new SoftwareChip(
                document.with(ChipSettings.DEFAULT.withLargestAnswer(256)).contents()));
        server.thenGolden("opened").thenJson(200, READ_DG1).thenDone();
        assertThat(run(
                        document.can().orElseThrow() + "\n",
                        "read",
                        server.address(),
                        "--can-from-stdin",
                        "--chip",
                        "127.0.0.1:" + chip.port()))
                .isZero();
        assertThat(out.toString())
                .containsSubsequence(
                        "- Waiting for the card",
                        "- Asking the chip how it can be opened",
                        "- Opening the chip with the code from the card",
                        "- Reading the State's signature",
                        " 25 %",
                        " 50 %",
                        " 75 %",
                        "- Reading the chip's public key",
                        "- Asking how long the data is",
                        "- The chip proves that it is the original",
                        "- The identity provider checks the proof");
    }

    @Nested
    @DisplayName("with the machine readable zone from the standard input")
    class Zone {
        @Test
        void opensTheChip() throws Exception {
            server.thenGolden("opened").thenJson(200, READ_DG1).thenDone();
            assertThat(read("SPC1FRA01\n910713\n350302\n")).as(err.toString()).isZero();
            assertThat(server.calls()).containsExactly("open", "chip", "proof");
            assertThat(String.join("", server.bodies()) + out + err).doesNotContain("SPC1FRA01", "910713", "350302");
        }

        @Test
        void isRefusedWhenADateIsAnotherOne() throws Exception {
            server.thenGolden("opened");
            assertThat(read("SPC1FRA01\n910714\n350302\n")).isEqualTo(2);
            assertThat(err.toString()).contains("mrz-wrong").doesNotContain("SPC1FRA01", "910714");
            assertThat(server.calls()).containsExactly("open");
        }

        @ParameterizedTest
        @ValueSource(strings = {"SPC1FRA01\n13.07.1991\n350302\n", "SPC1_FRA01\n910713\n350302\n", "SPC1FRA01\n", ""})
        void isRefusedWhenItIsNone(String lines) {
            assertThat(read(lines)).isEqualTo(2);
            assertThat(err.toString()).contains("mrz-malformed").doesNotContain("FRA01", "1991");
            assertThat(server.calls())
                    .as("a reading is opened once: none is spent")
                    .isEmpty();
        }

        private int read(String lines) {
            return run(lines, "read", server.address(), "--mrz-from-stdin", "--chip", "127.0.0.1:" + chip.port());
        }
    }

    @Test
    void inspectsWithoutAServer() throws Exception {
        assertThat(run(
                        document.can().orElseThrow() + "\n",
                        "inspect",
                        "--json",
                        "--can-from-stdin",
                        "--chip",
                        "127.0.0.1:" + chip.port()))
                .as(err.toString())
                .isZero();
        JsonNode shown = new ObjectMapper().readTree(out.toString());
        assertThat(shown.path("access").path(0).asText()).contains("PACE");
        assertThat(shown.path("inside").path("copyProtection").asBoolean()).isTrue();
    }

    private int run(String typed, String... arguments) {
        Terminal terminal = new Terminal(
                new BufferedReader(new StringReader(typed)),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                null);
        return ReaderCommand.run(
                ReaderCommand.NAME,
                new Surroundings(
                        terminal, Texts.in(Locale.ENGLISH), ReaderDesk::new, address -> false, Clock.systemUTC()),
                arguments);
    }
}
