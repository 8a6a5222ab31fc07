package fr.tessere.attack;

import static fr.tessere.protocol.reading.RefusalCode.MESSAGE_MALFORMED;
import static fr.tessere.protocol.reading.RefusalCode.MESSAGE_TOO_LARGE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.server.Answer;
import fr.tessere.server.Folders;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Visitor;
import fr.tessere.server.Wire;
import fr.tessere.server.WithKeycloak;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("Messages that no reader sends")
class HostileMessageTest {
    private static final String OPEN = "{\"version\":1,\"reader\":\"stranger 1.0\"}";

    @ParameterizedTest(name = "message {index}")
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1",
                "\"text\"",
                "[]",
                "{}",
                "{\"version\":1}",
                "{\"version\":1,\"version\":1,\"reader\":\"a\"}",
                "{\"version\":1,\"reader\":null}",
                "{\"version\":true,\"reader\":\"a\"}",
                "{\"version\":1,\"reader\":{\"a\":1}}",
                "{\"version\":1e0,\"reader\":\"a\"}",
                "{\"version\":99999999999999999999,\"reader\":\"a\"}",
                "{\"version\":1,\"reader\":\"a\",\"more\":1}",
                "{\"version\":1,\"reader\":\"a\"}{}",
                "{'version':1,'reader':'a'}",
                "{\"version\":1,\"reader\":\"a\",}",
                "// comment\n{\"version\":1,\"reader\":\"a\"}",
                "version=1&reader=a"
            })
    void whatIsNotTheProtocolIsMalformed(String body, KeycloakServer server) {
        Answer answer = send(server, "open", body.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.code()).isEqualTo(MESSAGE_MALFORMED);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"open", "chip", "proof", "trouble"})
    void aDeepBodyIsMalformed(String call, KeycloakServer server) {
        String deep = "{\"version\":" + "[".repeat(1_500) + "]".repeat(500);

        assertThat(send(server, call, deep.getBytes(StandardCharsets.UTF_8)).code())
                .isEqualTo(MESSAGE_MALFORMED);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"open", "chip", "proof", "trouble"})
    void aLargeBodyIsTooLarge(String call, KeycloakServer server) {
        Answer answer = send(server, call, new byte[3 << 20]);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo(MESSAGE_TOO_LARGE);
    }

    @Test
    void aPackedBodyIsNotUnpacked(KeycloakServer server) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[64 << 20]);
        }
        Wire wire = new Wire(Visitor.arriveAt(server).readingHere());
        Answer answer = wire.send(HttpRequest.newBuilder(URI.create(wire.address() + "/chip"))
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packed.toByteArray()))
                .build());

        assertThat(answer.code()).isEqualTo(MESSAGE_MALFORMED);
        assertThat(wire.open().type()).as("the reading is still to be opened").isEqualTo("opened");
    }

    @Test
    void aLargeBodyThatDoesNotSayItsLengthIsTooLarge(KeycloakServer server) {
        Wire wire = new Wire(Visitor.arriveAt(server).readingHere());
        Answer answer = wire.send(HttpRequest.newBuilder(URI.create(wire.address() + "/chip"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[3 << 20])))
                .build());

        assertThat(answer.status()).isEqualTo(413);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "*/*"})
    void anotherContentTypeIsRefused(String type, KeycloakServer server) {
        Wire wire = new Wire(Visitor.arriveAt(server).readingHere());
        Answer answer = wire.post("open", OPEN.getBytes(StandardCharsets.UTF_8), type);

        assertThat(answer.status()).isIn(400, 415);
        assertThat(wire.open().type()).as("the reading is still to be opened").isEqualTo("opened");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"UTF-16", "UTF-32"})
    void anotherEncodingIsMalformed(String charset, KeycloakServer server) {
        assertThat(send(server, "open", OPEN.getBytes(Charset.forName(charset))).code())
                .isEqualTo(MESSAGE_MALFORMED);
    }

    @Test
    void bytesThatAreNoTextAreMalformed(KeycloakServer server) {
        byte[] body = OPEN.getBytes(StandardCharsets.UTF_8);
        body[body.length - 4] = (byte) 0xFF;

        assertThat(send(server, "open", body).code()).isEqualTo(MESSAGE_MALFORMED);
    }

    @Test
    void everyBadMessageOfTheDocumentsIsRefusedByItsName(KeycloakServer server) throws IOException {
        Wire wire = new Wire(Visitor.arriveAt(server).readingHere());
        List<String> wrong = new ArrayList<>();
        for (Path file : golden()) {
            String[] parts = file.getFileName().toString().split("\\.");
            Answer answer = wire.post(parts[0], Files.readAllBytes(file), "application/json");
            if (!answer.code().word().equals(parts[2])) {
                wrong.add(file.getFileName() + ": " + answer.body());
            }
        }

        assertThat(wrong).isEmpty();
    }

    /** Requests of the documents that must be refused: call, what is wrong, code. */
    private static List<Path> golden() throws IOException {
        try (Stream<Path> files = Files.list(Folders.root().resolve("src/main/docs/protocol/messages"))) {
            return files.filter(
                            file -> file.getFileName().toString().matches("(open|chip|proof)\\.[^.]+\\.[^.]+\\.json"))
                    .sorted()
                    .toList();
        }
    }

    private static Answer send(KeycloakServer server, String call, byte[] body) {
        return new Wire(Visitor.arriveAt(server).readingHere()).post(call, body, "application/json");
    }
}
