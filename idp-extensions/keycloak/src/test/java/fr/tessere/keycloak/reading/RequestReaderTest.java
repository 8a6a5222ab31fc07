package fr.tessere.keycloak.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.Channel;
import fr.tessere.protocol.reading.InvalidMessageException;
import fr.tessere.protocol.reading.Limits;
import fr.tessere.protocol.reading.Noted;
import fr.tessere.protocol.reading.OpenedReading;
import fr.tessere.protocol.reading.ReadingDone;
import fr.tessere.protocol.reading.RefusalCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The server's JSON")
class RequestReaderTest {
    private static final Path MESSAGES =
            Path.of(System.getProperty("tessere.root", "../..")).resolve("src/main/docs/protocol/messages");

    private final RequestReader reader = new RequestReader();

    static Stream<Path> requests() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(MESSAGES)) {
            all.filter(file -> file.getFileName().toString().matches("(open|chip|proof|trouble)\\..*json"))
                    .sorted()
                    .forEach(files::add);
        }
        return files.stream();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void takesTheGoldenMessagesAndNamesWhatIsWrongWithTheBadOnes(Path file) {
        String[] name = file.getFileName().toString().split("\\.");
        Optional<RefusalCode> expected = RefusalCode.ofWord(name[name.length - 2]);
        byte[] body = bytes(file);

        if (expected.isPresent()) {
            assertThatThrownBy(() -> read(name[0], body))
                    .isInstanceOfSatisfying(
                            InvalidMessageException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(expected.get()));
        } else {
            assertThatCode(() -> read(name[0], body)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"open\"",
                "{",
                "{\"version\":1,\"reader\":\"x\"}}",
                "{\"version\":1,\"reader\":\"x\",}",
                "{\"version\":1,\"reader\":'x'}",
                "{\"version\":1e0,\"reader\":\"x\"}",
                "{\"version\":true,\"reader\":\"x\"}",
                "{\"version\":1,\"reader\":{\"a\":{\"b\":{\"c\":{\"d\":1}}}}}",
                "{\"version\":99999999999999999999999999,\"reader\":\"x\"}",
                "\uFEFF{\"version\":1,\"reader\":\"x\"}",
            })
    void refusesHostileBodies(String body) {
        assertThatThrownBy(() -> reader.open(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidMessageException.class);
    }

    @Test
    void refusesWhatIsNotUtf8() {
        assertThatThrownBy(() -> reader.open(new byte[] {'{', (byte) 0xFF, '}'}))
                .isInstanceOf(InvalidMessageException.class);
        assertThatThrownBy(() -> reader.open("{\"version\":1,\"reader\":\"x\"}".getBytes(StandardCharsets.UTF_16LE)))
                .isInstanceOf(InvalidMessageException.class);
    }

    @Test
    void neverQuotesTheInput() {
        assertThatThrownBy(() -> reader.open("{\"version\":1,\"DUPONT\":\"JEANNE\"}".getBytes(StandardCharsets.UTF_8)))
                .hasMessageNotContainingAny("DUPONT", "JEANNE");
    }

    @Test
    void countsBytesWhateverTheyClaimToBe() {
        InputStream endless = new InputStream() {
            private int read;

            @Override
            public int read() {
                assertThat(++read).isLessThanOrEqualTo(Limits.SHORT_MESSAGE + 1);
                return ' ';
            }
        };

        assertThatThrownBy(() -> BodyLimit.read(endless, Limits.SHORT_MESSAGE))
                .isInstanceOfSatisfying(
                        InvalidMessageException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.MESSAGE_TOO_LARGE));
    }

    @Test
    void takesABodyAtItsLimit() throws IOException {
        assertThat(BodyLimit.read(new ByteArrayInputStream(new byte[64]), 64)).hasSize(64);
    }

    @Test
    void readsWhatAReaderSends() {
        var files = reader.chip(bytes(MESSAGES.resolve("chip.json")));

        assertThat(files.sod()).isEqualTo(Bytes.ofHex("7700"));
        assertThat(files.lengths()).containsEntry(FileId.DG1, 95);
    }

    @Test
    void writesTheGoldenReplies() throws IOException {
        ReplyWriter writer = new ReplyWriter();
        assertThat(tree(writer.write(new Noted(1)))).isEqualTo(tree(bytes(MESSAGES.resolve("noted.json"))));
        assertThat(tree(writer.write(
                        new ReadingDone(1, Optional.of("https://id.example/realms/tessere/tessere/return?code=f3Zx")))))
                .isEqualTo(tree(bytes(MESSAGES.resolve("done.json"))));
        assertThat(tree(writer.write(new ReadingDone(1, Optional.empty()))))
                .isEqualTo(tree(bytes(MESSAGES.resolve("done.another-device.json"))));

        JsonNode opened = tree(bytes(MESSAGES.resolve("opened.json")));
        List<String> claims = new ArrayList<>();
        opened.get("claims").forEach(claim -> claims.add(claim.textValue()));
        assertThat(tree(writer.write(new OpenedReading(
                                1,
                                opened.get("service").textValue(),
                                claims,
                                opened.get("level").textValue(),
                                opened.get("comparisonCode").textValue(),
                                Channel.THIS_DEVICE,
                                opened.get("secondsLeft").longValue(),
                                Set.of(FileId.DG1))))
                        .toString())
                .isEqualTo(opened.toString());
    }

    private Object read(String kind, byte[] body) {
        return switch (kind) {
            case "open" -> reader.open(body);
            case "chip" -> reader.chip(body);
            case "trouble" -> reader.trouble(body);
            default -> reader.proof(body);
        };
    }

    private static JsonNode tree(byte[] json) throws IOException {
        return JsonMapper.builder().build().readTree(json);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
