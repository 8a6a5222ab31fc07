package fr.tessere.reader.card;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.specimen.chip.SoftwareChip;
import fr.tessere.specimen.document.SpecimenDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A software chip without any link, which remembers what passed and can be drawn away in mid-reading. */
public final class ChipInHand implements CardChannel {
    private final SoftwareChip chip;
    private final List<Bytes> commands = new ArrayList<>();
    private final List<Bytes> answers = new ArrayList<>();
    private int leavesAfter = Integer.MAX_VALUE;
    private boolean endsSessionOnTooLarge;
    private int link = 65_535;

    public ChipInHand(SpecimenDocument document) {
        chip = new SoftwareChip(document.contents());
    }

    /** The card leaves after this many more commands, once. */
    public ChipInHand leavingAfter(int count) {
        leavesAfter = count;
        return this;
    }

    /** A chip that answers a refused READ BINARY without protection, and so ends the session. */
    public ChipInHand endingSessionOnTooLarge() {
        endsSessionOnTooLarge = true;
        return this;
    }

    /** A reader that carries answers of this many bytes. */
    public ChipInHand overLink(int largestAnswer) {
        link = largestAnswer;
        return this;
    }

    @Override
    public Bytes transmit(Bytes command) throws ReadingException {
        if (leavesAfter-- == 0) {
            chip.reset();
            throw new CardLostException("drawn away");
        }
        commands.add(command);
        Bytes answer = chip.transmit(command);
        if (endsSessionOnTooLarge && statusOf(answer).matches("6700|6C..") && answer.length() > 2) {
            chip.reset();
            answer = answer.from(answer.length() - 2);
        }
        answers.add(answer);
        return answer;
    }

    @Override
    public void reset() {
        chip.reset();
    }

    @Override
    public int largestAnswer() {
        return link;
    }

    @Override
    public Optional<Bytes> answerToReset() {
        return Optional.of(chip.answerToReset());
    }

    @Override
    public void close() {}

    /** Instruction bytes of all commands so far. */
    public List<Integer> instructions() {
        return commands.stream().map(command -> command.at(1)).toList();
    }

    /** All commands so far. */
    public List<Bytes> commands() {
        return List.copyOf(commands);
    }

    /** All answers so far, as the reader's side of the link saw them. */
    public List<Bytes> answers() {
        return List.copyOf(answers);
    }

    private static String statusOf(Bytes answer) {
        return answer.from(answer.length() - 2).toHex();
    }
}
