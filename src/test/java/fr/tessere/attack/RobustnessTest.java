package fr.tessere.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.ChipAnswers;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.Answer;
import fr.tessere.server.Folders;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Played;
import fr.tessere.server.Visitor;
import fr.tessere.server.Wire;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The inputs that made a common eMRTD library allocate gigabytes, spin for ever or throw what it does not declare. */
@ExtendWith(WithKeycloak.class)
@DisplayName("Inputs that break parsers")
class RobustnessTest {
    private static final long MOST_MEMORY = 64L << 20;
    private static final Duration MOST_TIME = Duration.ofSeconds(1);

    private final SpecimenDocument card = Specimens.load("french-identity-card");
    private final SpecimenDocument passport = Specimens.load("passport-active-authentication");
    private final SpecimenDocument plain = Specimens.load("passport-without-clone-protection");
    private final List<String> wrong = new ArrayList<>();

    @Test
    void eachInputInPlaceOfEachFileIsRefusedByName(KeycloakServer server) throws IOException, ReadingException {
        List<Bytes> inputs = inputs();
        assertThat(Played.honestly(Visitor.arriveAt(server).readingHere(), card)
                        .last()
                        .type())
                .isEqualTo("done");
        Memory memory = new Memory(server.pids());

        for (Bytes input : inputs) {
            for (FileId file : List.of(FileId.SOD, FileId.DG14, FileId.DG15, FileId.CARD_ACCESS, FileId.DG2)) {
                judge(memory, file.word() + " " + input.toHex(), () -> sendAs(server, file, input));
            }
            judge(memory, "answer " + input.toHex(), () -> answerWith(server, input));
        }

        assertThat(wrong).isEmpty();
        assertThat(Played.honestly(Visitor.arriveAt(server).readingHere(), card)
                        .last()
                        .type())
                .as("the server goes on")
                .isEqualTo("done");
    }

    private void judge(Memory memory, String name, java.util.function.Supplier<Answer> attack) {
        memory.forgetPeak();
        long before = memory.now();
        Answer answer = attack.get();
        long grown = memory.peak() - before;
        boolean named =
                answer.status() >= 400 && answer.status() < 500 && answer.type().equals("problem");
        // EF.CardAccess is evidence of nothing: a server may as well not look at it
        boolean ignored = name.startsWith("card-access") && answer.type().equals("script");
        if (!named && !ignored) {
            wrong.add(name + ": status " + answer.status() + " " + answer.body());
        }
        if (answer.time().compareTo(MOST_TIME) > 0) {
            wrong.add(name + ": took " + answer.time().toMillis() + " ms");
        }
        if (grown > MOST_MEMORY) {
            wrong.add(name + ": took " + (grown >> 20) + " MiB");
        }
    }

    /** The input stands in place of one file; the others are a genuine document's. */
    private Answer sendAs(KeycloakServer server, FileId file, Bytes input) {
        SpecimenDocument genuine = file == FileId.DG15 ? passport : card;
        ObjectNode message = message(genuine);
        ((ObjectNode) message.get("files")).put(file.word(), input.toBase64());
        Wire wire = new Wire(Visitor.arriveAt(server).readingHere());
        wire.open();
        return wire.post("chip", message);
    }

    /** Every answer of the chip to the script is the input, with a status word. */
    private Answer answerWith(KeycloakServer server, Bytes input) {
        Wire wire = new Wire(Visitor.arriveAt(server).readingHere());
        wire.open();
        Bytes chip = Bytes.concat(input, Bytes.ofHex("9000"));
        Answer answer = wire.post("chip", message(plain));
        // a short answer may be asked for again in smaller pieces, but not for ever
        while (answer.type().equals("script")) {
            int commands = answer.script().commands().size();
            answer = wire.proof(new ChipAnswers(1, answer.script().round(), Collections.nCopies(commands, chip)));
        }
        return answer;
    }

    private static ObjectNode message(SpecimenDocument document) {
        ObjectNode message = JsonMapper.builder().build().createObjectNode();
        message.put("version", 1).put("access", "pace");
        ObjectNode files = message.putObject("files");
        for (FileId file : List.of(FileId.CARD_ACCESS, FileId.SOD, FileId.DG14, FileId.DG15)) {
            document.file(file).ifPresent(bytes -> files.put(file.word(), bytes.toBase64()));
        }
        message.putObject("lengths").put("dg1", document.fileOf(FileId.DG1).length());
        return message.put("largestAnswer", 256);
    }

    private static List<Bytes> inputs() throws IOException {
        JsonNode cases = JsonMapper.builder()
                .build()
                .readTree(Files.readString(Folders.testdata().resolve("robustness-jmrtd-0.8.6.json")))
                .path("cases");
        return StreamSupport.stream(cases.spliterator(), false)
                .map(one -> Bytes.ofHex(one.path("hex").asText()))
                .distinct()
                .toList();
    }
}
