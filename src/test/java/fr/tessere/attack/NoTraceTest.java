package fr.tessere.attack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Played;
import fr.tessere.server.ReaderProgram;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.chip.SoftwareChip;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.specimen.link.ChipServer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("No name, number, date, MRZ, CAN or DG1 in any log, whether the sign-in succeeds or is refused")
class NoTraceTest {
    /** Tag and lengths before the MRZ in a TD1 document's DG1, bytes. */
    private static final int BEFORE_MRZ = 5;

    private static final int LINE = 30;
    /** Shorter words than this stand in a log by chance. */
    private static final int SHORTEST = 5;

    @Test
    void theServersLogTellsNothingOfAPersonWhoSignedIn(KeycloakServer server) throws ReadingException {
        SpecimenDocument document = Specimens.load("french-identity-card");
        Visitor visitor = Visitor.arriveAt(server);
        Played played = Played.honestly(visitor.readingHere(), document);
        String back = played.last().json().path("returnAddress").asText();

        assertThat(visitor.returnTo(back).tokens().claims().path("acr").asText())
                .isEqualTo("eidas1");
        assertThat(server.log()).contains("\"event\"").doesNotContain(tracesOf(document));
    }

    @Test
    void theServersLogTellsNothingOfARefusedPerson(KeycloakServer server) throws ReadingException {
        SpecimenDocument document = Specimens.load("copied-chip");
        Played played = Played.honestly(Visitor.arriveAt(server).readingHere(), document);

        assertThat(played.last().code()).isEqualTo(RefusalCode.CHIP_NOT_ORIGINAL);
        assertThat(server.log()).contains(RefusalCode.CHIP_NOT_ORIGINAL.word()).doesNotContain(tracesOf(document));
    }

    @Test
    void theReaderSaysNothingOfThePersonEither(KeycloakServer server) {
        SpecimenDocument document = Specimens.load("french-identity-card");
        try (ChipServer chip = ChipServer.start(new SoftwareChip(document.contents()))) {
            ReaderProgram.Ended ended = ReaderProgram.run(
                    document.can().orElseThrow(),
                    "read",
                    Visitor.arriveAt(server).readingHere().toString(),
                    "--chip=127.0.0.1:" + chip.port(),
                    "--can-from-stdin");

            assertThat(ended.exitCode()).isZero();
            assertThat(ended.output()).doesNotContain(tracesOf(document));
        }
    }

    /** The document's lines, its words and dates, and DG1 as bytes are usually written. */
    private static String[] tracesOf(SpecimenDocument document) {
        Bytes dataGroup1 = document.fileOf(FileId.DG1);
        String zone = new String(dataGroup1.from(BEFORE_MRZ).toArray(), StandardCharsets.US_ASCII);
        List<String> traces = new ArrayList<>();
        for (int line = 0; line + LINE <= zone.length(); line += LINE) {
            traces.add(zone.substring(line, line + LINE));
        }
        for (String word : zone.split("<+|(?<=[A-Z])(?=[0-9]{6}[0-9MF])")) {
            if (word.length() >= SHORTEST && !word.equals("SPECIMEN")) {
                traces.add(word);
            }
        }
        traces.add(zone.substring(LINE, LINE + 6));
        traces.add(document.can().orElseThrow());
        traces.add(dataGroup1.toHex());
        traces.add(dataGroup1.toHex().toLowerCase(java.util.Locale.ROOT));
        traces.add(dataGroup1.toBase64());
        return traces.toArray(String[]::new);
    }
}
