package fr.tessere.reader.script;

import static fr.tessere.reader.script.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.ChipAnswers;
import fr.tessere.protocol.reading.ChipScript;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.ScriptCommand;
import fr.tessere.protocol.reading.ScriptCommand.Wrapping;
import fr.tessere.reader.card.ChipInHand;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The reader plays the server's script")
class PlayingTest {
    private static final ScriptCommand READ_DG1 = reader("00B0810000");
    /** A command that no session of this chip can have protected. */
    private static final ScriptCommand NOT_OURS = server("0CB081000D9701008E08010203040506070800");

    private final SpecimenDocument document = Specimens.load("french-identity-card");
    private final Bytes dg1 = document.fileOf(FileId.DG1);
    private final ChipInHand chip = new ChipInHand(document);
    private OpenedChip opened;

    @BeforeEach
    void open() throws Exception {
        opened = new ChipReading(new SecureRandom()).open(chip, Keys.can(document), ProgressListener.NONE);
    }

    @Test
    void unwrapsWhatItWrapped() throws Exception {
        ChipAnswers answers = opened.play(script(3, false, READ_DG1));
        assertThat(answers.round()).isEqualTo(3);
        assertThat(answers.answers()).containsExactly(Bytes.concat(dg1, Bytes.ofHex("9000")));
    }

    @Test
    void passesOnWhatTheServerProtected() throws Exception {
        ChipAnswers answers = opened.play(script(1, false, NOT_OURS));
        assertThat(answers.answers())
                .containsExactly(chip.answers().get(chip.answers().size() - 1));
    }

    @Test
    void stopsBehindTheFirstAnswerThatIsAnError() throws Exception {
        ChipAnswers answers = opened.play(script(1, false, READ_DG1, reader("00B08D0000"), READ_DG1));
        assertThat(statuses(answers)).containsExactly("9000", "6A82");
    }

    @Test
    void goesOnBehindAWarning() throws Exception {
        ChipAnswers answers = opened.play(script(1, false, reader("00B08100FF"), READ_DG1));
        assertThat(statuses(answers)).containsExactly("6282", "9000");
    }

    @Test
    void opensAgainIfTheScriptSaysSo() throws Exception {
        opened.play(script(1, false, NOT_OURS));
        ChipAnswers answers = opened.play(script(2, true, READ_DG1));
        assertThat(statuses(answers)).containsExactly("9000");
    }

    @Test
    void recordsTheEndOfTheSession() throws Exception {
        ChipAnswers answers = opened.play(script(1, false, NOT_OURS, READ_DG1));
        assertThat(statuses(answers)).hasSize(1).allMatch(status -> status.startsWith("69"));
    }

    @Test
    void saysThatTheCardWasLostAndCanPlayAgain() throws Exception {
        chip.leavingAfter(1);
        assertThat(codeOf(() -> opened.play(script(1, false, READ_DG1, READ_DG1))))
                .isEqualTo(RefusalCode.CHIP_LOST);
        assertThat(statuses(opened.play(script(1, false, READ_DG1, READ_DG1)))).containsExactly("9000", "9000");
    }

    @Test
    void playsNothingThatWrites() {
        int before = chip.instructions().size();
        for (String command :
                List.of("00D6000001FF", "002C000000", "00E40000", "0020008106313233343536", "00B0000005FF")) {
            assertThat(codeOf(() -> opened.play(script(1, false, READ_DG1, reader(command)))))
                    .isEqualTo(RefusalCode.SERVER_REPLY_MALFORMED);
        }
        assertThat(chip.instructions()).hasSize(before);
    }

    @Test
    void showsItsProgress() throws Exception {
        List<Double> fractions = new ArrayList<>();
        ProgressListener listener = (step, fraction) -> {
            if (step == ReadingStep.SCRIPT) {
                fractions.add(fraction);
            }
        };
        new ChipReading(new SecureRandom())
                .open(new ChipInHand(document), Keys.can(document), listener)
                .play(script(1, false, READ_DG1, READ_DG1));
        assertThat(fractions).containsExactly(0.0, 0.5, 1.0);
    }

    private static ChipScript script(int round, boolean reopen, ScriptCommand... commands) {
        return new ChipScript(1, round, reopen, Stream.of(commands).toList());
    }

    private static ScriptCommand reader(String hex) {
        return new ScriptCommand(Wrapping.READER, Bytes.ofHex(hex));
    }

    private static ScriptCommand server(String hex) {
        return new ScriptCommand(Wrapping.SERVER, Bytes.ofHex(hex));
    }

    private static List<String> statuses(ChipAnswers answers) {
        return answers.answers().stream()
                .map(answer -> answer.from(answer.length() - 2).toHex())
                .toList();
    }
}
