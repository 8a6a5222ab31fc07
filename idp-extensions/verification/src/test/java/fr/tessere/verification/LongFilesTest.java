package fr.tessere.verification;

import static fr.tessere.verification.Door.TODAY;
import static fr.tessere.verification.Door.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.ChipAnswers;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.ScriptCommand;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of more than 32,767 bytes, ICAO 9303-10 §3.6.3.2: TR-03105-5.1 ISO7816_C_02, C_07. */
class LongFilesTest {
    private static final ReadingRequest WITH_FACE =
            new ReadingRequest("handle-1", "demo-service", "eidas1", Set.of(FileId.DG1, FileId.DG2));

    private final Door door = new Door();

    @ParameterizedTest(name = "{0}, {1} bytes, answers of {2}")
    @CsvSource({
        "french-identity-card, 40000, 4096",
        "french-identity-card, 32768, 2000",
        "french-identity-card, 100000, 65536",
        "passport-bac-chip-authentication, 70000, 1500",
        "passport-without-clone-protection, 70000, 1500",
        "pace-cam-only, 70000, 3000",
    })
    void areReadWhole(String name, int length, int largestAnswer) {
        ReaderAtHand reader = reader(name, length, largestAnswer);
        Step step = door.verification.begin(reader.files(), WITH_FACE, TODAY);
        while (step instanceof NextScript next) {
            step = door.verification.resume(next.pending(), reader.play(next.script()), WITH_FACE, TODAY);
        }
        Door.verified(((Decided) step).verdict());
    }

    @Test
    @DisplayName("the odd instruction stands behind the reach of the even one only")
    void areReadWithTheOddInstructionWhereItIsNeeded() {
        ReaderAtHand reader = reader("passport-without-clone-protection", 40_000, 4096);
        Step step = door.verification.begin(reader.files(), WITH_FACE, TODAY);
        List<Integer> instructions = new ArrayList<>();
        for (ScriptCommand command : ((NextScript) step).script().commands()) {
            instructions.add(CommandApdu.parse(command.apdu()).ins());
        }
        assertThat(instructions).startsWith(0xB0, 0xB0).endsWith(0xB1).isSorted();
    }

    @ParameterizedTest
    @CsvSource({"9000", "53009000", "5303AABB9000", "5402AABB9000", "AABB9000"})
    void areRefusedWhenTheAnswerIsNotTheObjectOfTheOddInstruction(String answer) {
        ReaderAtHand reader = reader("passport-without-clone-protection", 34_000, 4096);
        NextScript next = (NextScript) door.verification.begin(reader.files(), WITH_FACE, TODAY);
        List<Bytes> answers = new ArrayList<>(reader.play(next.script()).answers());
        answers.set(answers.size() - 1, Bytes.ofHex(answer));
        Step step = door.verification.resume(next.pending(), new ChipAnswers(1, 1, answers), WITH_FACE, TODAY);
        if (step instanceof NextScript again) {
            // an empty object is a short answer, which is worth another script
            assertThat(answer).startsWith("5300");
            assertThat(again.script().commands())
                    .hasSizeGreaterThan(next.script().commands().size());
        } else {
            assertThat(codeOf(step)).isEqualTo(RefusalCode.CHIP_ANSWER_MALFORMED);
        }
    }

    private static ReaderAtHand reader(String name, int length, int largestAnswer) {
        Bytes content = Bytes.of(new byte[length - (length > 0xFFFF ? 6 : 4)]);
        SpecimenDocument document = Specimens.load(name)
                .withFile(FileId.DG2, new StrictTlv(FileId.DG2.tag(), content).encode())
                .signedAgain();
        return new ReaderAtHand(document, largestAnswer).claimingLength(FileId.DG2, length);
    }
}
