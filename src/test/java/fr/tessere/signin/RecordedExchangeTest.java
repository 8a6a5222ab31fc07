package fr.tessere.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.ChipAnswers;
import fr.tessere.protocol.reading.UnverifiedFiles;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.script.OpenedChip;
import fr.tessere.server.Answer;
import fr.tessere.server.Folders;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.RecordingChannel;
import fr.tessere.server.SpecimenCard;
import fr.tessere.server.Visitor;
import fr.tessere.server.Wire;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.Specimens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Records the exchange anew when the property {@code tessere.record} is true. */
@ExtendWith(WithKeycloak.class)
@DisplayName("The exchange recorded in the protocol's documentation is the one that takes place")
class RecordedExchangeTest {
    private static final Path FOLDER = Folders.root().resolve("src/main/docs/protocol/example");
    /** Class, instruction and parameters of a command, bytes. */
    private static final int HEADER = 4;
    /** Status word behind an answer, bytes. */
    private static final int STATUS = 2;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void everyMessageIsTheRecordedOneButForWhatIsNewInEachReading(KeycloakServer server)
            throws IOException, ReadingException {
        Map<String, JsonNode> exchange = new LinkedHashMap<>();
        String commands = play(new Wire(Visitor.arriveAt(server).readingHere()), exchange);
        if (Boolean.getBoolean("tessere.record")) {
            record(exchange, commands);
        }

        assertThat(exchange).hasSize(6);
        for (Map.Entry<String, JsonNode> message : exchange.entrySet()) {
            JsonNode recorded = JSON.readTree(FOLDER.resolve(message.getKey()).toFile());
            assertThat(fixed(message.getValue())).as(message.getKey()).isEqualTo(fixed(recorded));
        }
        assertThat(fixed(commands.lines().toList()))
                .isEqualTo(fixed(Files.readAllLines(FOLDER.resolve("commands.txt"))));
    }

    private static String play(Wire wire, Map<String, JsonNode> exchange) throws ReadingException {
        exchange.put("1-open.json", JSON.createObjectNode().put("version", 1).put("reader", "example 1.0"));
        exchange.put("2-opened.json", ok(wire.post("open", exchange.get("1-open.json"))));
        try (SpecimenCard card = SpecimenCard.overTcp(Specimens.load("french-identity-card"))) {
            RecordingChannel channel = new RecordingChannel(card.channel());
            OpenedChip chip = card.open(channel);
            UnverifiedFiles files = chip.readFiles(Set.of(FileId.DG1));
            exchange.put("3-chip.json", Wire.message(files));
            Answer script = wire.post("chip", exchange.get("3-chip.json"));
            exchange.put("4-script.json", ok(script));
            ChipAnswers answers = chip.play(script.script());
            exchange.put("5-proof.json", Wire.message(answers));
            exchange.put("6-done.json", ok(wire.post("proof", exchange.get("5-proof.json"))));
            return commands(channel);
        }
    }

    private static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String commands(RecordingChannel channel) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < channel.commands().size(); i++) {
            lines.append("> ").append(channel.commands().get(i).toHex()).append('\n');
            lines.append("< ").append(channel.answers().get(i).toHex()).append('\n');
        }
        return lines.toString();
    }

    private static void record(Map<String, JsonNode> exchange, String commands) throws IOException {
        Files.createDirectories(FOLDER);
        for (Map.Entry<String, JsonNode> message : exchange.entrySet()) {
            Files.writeString(FOLDER.resolve(message.getKey()), JSON.writeValueAsString(message.getValue()) + "\n");
        }
        Files.writeString(FOLDER.resolve("commands.txt"), commands);
    }

    /** The message with the length in place of what is drawn anew, is encrypted, or counts time. */
    private static JsonNode fixed(JsonNode message) {
        JsonNode copy = message.deepCopy();
        for (String name : List.of("comparisonCode", "secondsLeft", "returnAddress")) {
            if (copy.has(name)) {
                ((ObjectNode) copy).put(name, "new");
            }
        }
        for (int number : List.of(1, 2)) {
            if (copy.at("/commands/" + number) instanceof ObjectNode command) {
                command.put("apdu", masked(Bytes.ofBase64(command.get("apdu").asText()), HEADER, 0));
            }
        }
        if (copy.path("answers") instanceof ArrayNode answers) {
            answers.set(2, masked(Bytes.ofBase64(answers.get(2).asText()), 0, STATUS));
        }
        return copy;
    }

    /** Up to the command that asks for the nonce as they are; then what each command is, and each status. */
    private static List<String> fixed(List<String> lines) {
        List<String> all = new ArrayList<>();
        boolean drawn = false;
        for (String line : lines) {
            Bytes bytes = Bytes.ofHex(line.substring(2));
            boolean command = line.startsWith(">");
            all.add(drawn ? line.charAt(0) + masked(bytes, command ? HEADER : 0, command ? 0 : STATUS) : line);
            drawn |= line.equals("> 10860000027C0000");
        }
        assertThat(drawn).isTrue();
        return all;
    }

    private static String masked(Bytes bytes, int shownFirst, int shownLast) {
        return bytes.slice(0, shownFirst).toHex() + " of " + bytes.length() + " bytes "
                + bytes.from(bytes.length() - shownLast).toHex();
    }
}
