package fr.tessere.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.reader.access.CardAccessNumber;
import fr.tessere.reader.card.CardChannel;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.script.ChipReading;
import fr.tessere.reader.script.OpenedChip;
import fr.tessere.specimen.chip.SoftwareChip;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import java.security.SecureRandom;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A terminal and a chip, one of which is hostile")
class ChipFuzzTest {
    private static final SpecimenDocument CARD = Specimens.load("french-identity-card");
    private static final CardAccessNumber CAN = new CardAccessNumber(CARD.can().orElseThrow());
    /** DG1's content, which no answer may show before access is granted. */
    private static final String SECRET = CARD.fileOf(FileId.DG1).toHex().substring(10, 60);

    @MethodSource
    @FuzzTest
    void hostileTerminal(byte[] commands) {
        SoftwareChip chip = new SoftwareChip(CARD.contents(), new SecureRandom(), pause -> {});
        Decisions decisions = new Decisions(commands);
        while (decisions.left()) {
            Bytes answer = chip.transmit(Bytes.of(decisions.some(decisions.one())));
            if (answer.length() < 2 || answer.toHex().contains(SECRET)) {
                throw new AssertionError("an answer that no chip gives");
            }
        }
    }

    static Stream<byte[]> hostileTerminal() {
        return Seeds.commands().map(command -> {
            byte[] framed = new byte[command.length + 1];
            framed[0] = (byte) command.length;
            System.arraycopy(command, 0, framed, 1, command.length);
            return framed;
        });
    }

    @MethodSource
    @FuzzTest
    void hostileChip(byte[] changes) {
        try (HostileCard card = new HostileCard(CARD, new Decisions(changes))) {
            OpenedChip opened = new ChipReading(new SecureRandom()).open(card, CAN, (step, part) -> {});
            opened.readFiles(Set.of(FileId.DG1));
        } catch (ReadingException named) {
            // what it is for
        }
    }

    /** Nothing changed; then one change at each early command. */
    static Stream<byte[]> hostileChip() {
        return Stream.iterate(0, count -> count < 24, count -> count + 1).map(count -> {
            byte[] changes = new byte[count + 4];
            changes[count] = (byte) 0xF0;
            changes[count + 1] = 2;
            changes[count + 2] = 0x69;
            changes[count + 3] = (byte) 0x82;
            return changes;
        });
    }

    /** Where a reader hangs, its commands do not end. */
    private static final class HostileCard implements CardChannel {
        private static final int MOST = 2_000;

        private final SoftwareChip chip;
        private final Decisions decisions;
        private int commands;

        HostileCard(SpecimenDocument document, Decisions decisions) {
            chip = new SoftwareChip(document.contents(), new SecureRandom(), pause -> {});
            this.decisions = decisions;
        }

        @Override
        public Bytes transmit(Bytes command) {
            commands++;
            if (commands > MOST) {
                throw new AssertionError("a reader that does not end");
            }
            Bytes honest = chip.transmit(command);
            int change = decisions.one();
            if (change < 0xC0) {
                return honest;
            }
            return change < 0xE0 ? flipped(honest) : atLeastStatus(Bytes.of(decisions.some(decisions.one())));
        }

        private Bytes flipped(Bytes honest) {
            byte[] array = honest.toArray();
            array[decisions.below(Math.max(257, array.length)) % array.length] ^= (byte) Math.max(1, decisions.one());
            return Bytes.of(array);
        }

        private static Bytes atLeastStatus(Bytes answer) {
            return answer.length() < 2 ? Bytes.ofHex("6F00") : answer;
        }

        @Override
        public void reset() {
            chip.reset();
        }

        @Override
        public int largestAnswer() {
            return 65_536;
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
