package fr.tessere.reader.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.AccessProtocol;
import fr.tessere.protocol.reading.Channel;
import fr.tessere.protocol.reading.ChipAnswers;
import fr.tessere.protocol.reading.ChipScript;
import fr.tessere.protocol.reading.InvalidMessageException;
import fr.tessere.protocol.reading.Noted;
import fr.tessere.protocol.reading.OpenRequest;
import fr.tessere.protocol.reading.OpenedReading;
import fr.tessere.protocol.reading.Problem;
import fr.tessere.protocol.reading.ReadingDone;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.ScriptCommand;
import fr.tessere.protocol.reading.ScriptCommand.Wrapping;
import fr.tessere.protocol.reading.ServerReply;
import fr.tessere.protocol.reading.Trouble;
import fr.tessere.protocol.reading.UnverifiedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The messages that both sides' tests read: src/main/docs/protocol/messages. */
@DisplayName("Golden messages")
class GoldenMessagesTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("tessere.root", "."), "src/main/docs/protocol/messages");

    private final ReplyReader replies = new ReplyReader();
    private final RequestWriter requests = new RequestWriter();

    static Stream<String> badReplies() throws IOException {
        try (Stream<Path> all = Files.list(FOLDER)) {
            return all
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".server-reply-malformed.json"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("badReplies")
    void refusesBadReplies(String name) throws IOException {
        byte[] body = Files.readAllBytes(FOLDER.resolve(name));
        assertThatThrownBy(() -> replies.read(body)).isInstanceOf(InvalidMessageException.class);
    }

    @Test
    void readsOpened() throws IOException {
        assertThat(read("opened"))
                .isEqualTo(new OpenedReading(
                        1,
                        "Démarches en ligne",
                        List.of("family-name", "given-names", "age-over-18"),
                        "eidas1",
                        "4821",
                        Channel.THIS_DEVICE,
                        295,
                        Set.of(FileId.DG1)));
        assertThat(read("opened.another-device"))
                .isEqualTo(new OpenedReading(
                        1,
                        "Démarches en ligne",
                        List.of(),
                        "eidas2",
                        "4821",
                        Channel.ANOTHER_DEVICE,
                        12,
                        Set.of(FileId.DG1, FileId.DG11)));
    }

    @Test
    void readsScripts() throws IOException {
        assertThat(read("script"))
                .isEqualTo(new ChipScript(
                        1,
                        1,
                        false,
                        List.of(
                                new ScriptCommand(Wrapping.READER, Bytes.ofHex("002241A40C800A04007F00070202030202")),
                                new ScriptCommand(
                                        Wrapping.SERVER, Bytes.ofHex("0CB081000D9701008E08010203040506070800")))));
        assertThat(read("script.reopen"))
                .isEqualTo(new ChipScript(
                        1,
                        2,
                        true,
                        List.of(new ScriptCommand(Wrapping.READER, Bytes.ofHex("0088000008010203040506070800")))));
        assertThat(read("script.pace"))
                .isEqualTo(new ChipScript(
                        1,
                        1,
                        false,
                        List.of(
                                new ScriptCommand(
                                        Wrapping.PASSWORD, Bytes.ofHex("0022C1A40F800A04007F0007020204060284010D")),
                                new ScriptCommand(Wrapping.NONCE, Bytes.ofHex("10860000027C0000")),
                                new ScriptCommand(Wrapping.PLAIN, Bytes.ofHex("10860000057C0381010400")))));
    }

    @Test
    void readsTheEnd() throws IOException {
        assertThat(read("done"))
                .isEqualTo(
                        new ReadingDone(1, Optional.of("https://id.example/realms/tessere/tessere/return?code=f3Zx")));
        assertThat(read("done.another-device")).isEqualTo(new ReadingDone(1, Optional.empty()));
        assertThat(read("noted")).isEqualTo(new Noted(1));
        assertThat(read("problem")).isEqualTo(new Problem(1, RefusalCode.CHIP_NOT_ORIGINAL));
    }

    @Test
    void writesOpen() throws IOException {
        assertGolden("open", requests.write(new OpenRequest(1, "tessere-reader 0.1.0")));
    }

    @Test
    void writesTrouble() throws IOException {
        assertGolden("trouble", requests.write(new Trouble(1, RefusalCode.CAN_WRONG)));
    }

    @Test
    void writesChip() throws IOException {
        assertGolden(
                "chip",
                requests.write(new UnverifiedFiles(
                        1,
                        AccessProtocol.PACE,
                        Map.of(
                                FileId.CARD_ACCESS, Bytes.ofHex("3100"),
                                FileId.SOD, Bytes.ofHex("7700"),
                                FileId.DG14, Bytes.ofHex("6E00")),
                        Map.of(FileId.DG1, 95),
                        256)));
        assertGolden(
                "chip.card-security",
                requests.write(new UnverifiedFiles(
                        1,
                        AccessProtocol.PACE,
                        Map.of(
                                FileId.CARD_ACCESS, Bytes.ofHex("3100"),
                                FileId.CARD_SECURITY, Bytes.ofHex("3000"),
                                FileId.SOD, Bytes.ofHex("7700"),
                                FileId.DG14, Bytes.ofHex("6E00")),
                        Map.of(FileId.DG1, 95),
                        256)));
        assertGolden(
                "chip.bac",
                requests.write(new UnverifiedFiles(
                        1,
                        AccessProtocol.BAC,
                        Map.of(FileId.SOD, Bytes.ofHex("7700"), FileId.DG15, Bytes.ofHex("6F00")),
                        Map.of(FileId.DG1, 93, FileId.DG11, 300),
                        65_536)));
    }

    @Test
    void writesProof() throws IOException {
        assertGolden(
                "proof", requests.write(new ChipAnswers(1, 1, List.of(Bytes.ofHex("9000"), Bytes.ofHex("615F9000")))));
    }

    private ServerReply read(String name) throws IOException {
        return replies.read(Files.readAllBytes(FOLDER.resolve(name + ".json")));
    }

    private static void assertGolden(String name, byte[] written) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        assertThat(mapper.readTree(written))
                .isEqualTo(mapper.readTree(Files.readAllBytes(FOLDER.resolve(name + ".json"))));
    }
}
