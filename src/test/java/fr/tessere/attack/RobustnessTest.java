package fr.tessere.attack;

import static fr.tessere.protocol.reading.RefusalCode.CHIP_ANSWER_MALFORMED;
import static fr.tessere.protocol.reading.RefusalCode.CHIP_KEY_MALFORMED;
import static fr.tessere.protocol.reading.RefusalCode.DATA_GROUP_MALFORMED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.ChipAnswers;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.script.OpenedChip;
import fr.tessere.server.Answer;
import fr.tessere.server.Folders;
import fr.tessere.server.HostileInputs;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Played;
import fr.tessere.server.SpecimenCard;
import fr.tessere.server.Visitor;
import fr.tessere.server.Wire;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The inputs that made a common eMRTD library allocate gigabytes, spin for ever or throw what it does not declare. */
@ExtendWith(WithKeycloak.class)
@DisplayName("Inputs that break parsers are refused by name, in a second and 64 MiB, and the server goes on")
class RobustnessTest {
    private static final long MOST_MEMORY = 64L << 20;
    private static final Duration MOST_TIME = Duration.ofSeconds(1);
    /** A reading takes more than this, if it is counted at all, bytes. */
    private static final long LEAST_OF_A_READING = 64L << 10;

    private final SpecimenDocument card = Specimens.load("french-identity-card");
    private final SpecimenDocument passport = Specimens.load("passport-active-authentication");
    private final SpecimenDocument mapping = Specimens.load("pace-cam-only");
    private final SpecimenDocument plain = Specimens.load("passport-without-clone-protection");
    private final List<Bytes> inputs = HostileInputs.in(Folders.testdata());
    private final List<String> wrong = new ArrayList<>();

    @BeforeEach
    void anHonestReadingPassesAndIsCounted(KeycloakServer server) throws ReadingException {
        try (Allocated allocated = Allocated.by(server)) {
            allocated.start();
            goesOn(server);
            assertThat(allocated.bytes()).isBetween(LEAST_OF_A_READING, MOST_MEMORY);
        }
        assertThat(inputs).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @EnumSource(names = {"SOD", "DG14", "DG15", "CARD_ACCESS", "CARD_SECURITY", "DG2"})
    void inPlaceOfAFileThatAReaderSends(FileId file, KeycloakServer server) throws ReadingException {
        SpecimenDocument genuine = genuine(file);
        eachInput(server, file.word(), (wire, input) -> {
            ObjectNode message = message(genuine);
            ((ObjectNode) message.get("files")).put(file.word(), input.toBase64());
            return wire.post("chip", message);
        });
    }

    @Test
    void inPlaceOfEveryAnswerOfTheChip(KeycloakServer server) throws ReadingException {
        eachInput(server, "answer", (wire, input) -> {
            Bytes chip = Bytes.concat(input, Bytes.ofHex("9000"));
            Answer answer = wire.post("chip", message(plain));
            // a short answer may be asked for again in smaller pieces, but not for ever
            while (answer.type().equals("script")) {
                int commands = answer.script().commands().size();
                answer = wire.proof(new ChipAnswers(1, answer.script().round(), Collections.nCopies(commands, chip)));
            }
            return answer;
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"DG1", "DG11", "DG14", "DG15"})
    @DisplayName(
            "signed by a State that is trusted, as a whole file and inside a right outer object: no digest refuses it")
    void inADataGroupThatIsSigned(FileId file, KeycloakServer server) throws ReadingException {
        Set<RefusalCode> codes = EnumSet.noneOf(RefusalCode.class);
        Attack asItIs = (wire, input) -> {
            Answer answer = read(wire, genuine(file).withFile(file, input).signedAgain());
            codes.add(answer.code());
            return answer;
        };
        eachInput(server, "signed " + file.word(), asItIs);
        // who declares another length than a file has gets no further than to the chip's answer
        assertThat(codes).isSubsetOf(DATA_GROUP_MALFORMED, CHIP_KEY_MALFORMED, CHIP_ANSWER_MALFORMED);

        codes.clear();
        eachInput(server, "inside " + file.word(), (wire, input) -> {
            return asItIs.with(wire, new StrictTlv(file.tag(), input).encode());
        });
        assertThat(codes).contains(DATA_GROUP_MALFORMED).isSubsetOf(DATA_GROUP_MALFORMED, CHIP_KEY_MALFORMED);
    }

    /** One attack by an input, over a reading that is open. */
    private interface Attack {
        Answer with(Wire wire, Bytes input) throws ReadingException;
    }

    private void eachInput(KeycloakServer server, String name, Attack attack) throws ReadingException {
        try (Allocated allocated = Allocated.by(server)) {
            for (Bytes input : inputs) {
                Wire wire = new Wire(visitor(server).readingHere());
                wire.open();
                allocated.start();
                Answer answer = attack.with(wire, input);
                long bytes = allocated.bytes();
                boolean named = answer.status() >= 400 && answer.status() < 500;
                require(named && answer.type().equals("problem"), name, input, answer.status() + " " + answer.body());
                require(answer.time().compareTo(MOST_TIME) < 0, name, input, "took " + answer.time());
                require(bytes < MOST_MEMORY, name, input, "allocated " + (bytes >> 20) + " MiB");
            }
        }
        assertThat(wrong).isEmpty();
        goesOn(server);
    }

    private void require(boolean holds, String name, Bytes input, String otherwise) {
        if (!holds) {
            wrong.add(name + " " + input.toHex() + ": " + otherwise);
        }
    }

    /** Asked for names with their accents too, for which DG11 is read. */
    private static Visitor visitor(KeycloakServer server) {
        Map<String, String> request = Map.of("acr_values", "eidas1", "scope", "openid profile");
        return Visitor.arrive(
                new PlainBrowser("en"), server.service("town-hall").begin(request));
    }

    private void goesOn(KeycloakServer server) throws ReadingException {
        Played played = Played.honestly(Visitor.arriveAt(server).readingHere(), card);

        assertThat(played.last().type()).isEqualTo("done");
    }

    /** A document that has this file, and whose reading depends on it. */
    private SpecimenDocument genuine(FileId file) {
        return switch (file) {
            case DG15 -> passport;
            case CARD_SECURITY -> mapping;
            default -> card;
        };
    }

    /** Reads a document as a reader does that looks at nothing itself. */
    private static Answer read(Wire wire, SpecimenDocument document) throws ReadingException {
        try (SpecimenCard specimen = SpecimenCard.overTcp(document)) {
            OpenedChip chip = specimen.open(specimen.channel());
            Answer answer = wire.post("chip", message(document));
            while (answer.type().equals("script")) {
                answer = wire.proof(chip.play(answer.script()));
            }
            return answer;
        }
    }

    private static ObjectNode message(SpecimenDocument document) {
        ObjectNode message = JsonMapper.builder().build().createObjectNode();
        message.put("version", 1).put("access", "pace");
        ObjectNode files = message.putObject("files");
        for (FileId file : List.of(FileId.CARD_ACCESS, FileId.CARD_SECURITY, FileId.SOD, FileId.DG14, FileId.DG15)) {
            document.file(file).ifPresent(bytes -> files.put(file.word(), bytes.toBase64()));
        }
        ObjectNode lengths = message.putObject("lengths");
        for (FileId file : List.of(FileId.DG1, FileId.DG11)) {
            document.file(file).ifPresent(bytes -> lengths.put(file.word(), Math.max(1, bytes.length())));
        }
        return message.put("largestAnswer", 256);
    }
}
