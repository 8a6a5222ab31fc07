package fr.tessere.reader.card;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.bytes.TlvException;
import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.card.ResponseApdu;
import fr.tessere.protocol.card.StatusWord;
import fr.tessere.protocol.reading.Limits;
import fr.tessere.protocol.reading.RefusalCode;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;

/**
 * Reads elementary files with as few commands as the card allows: short file identifier, first block at once, then
 * by offset (ISO 7816-4 §11.3). What a card says of a length is believed up to the file's limit only.
 */
public final class FileReader {
    /** Enough for tag and length of any file. */
    private static final int BEGINNING = 8;

    private static final Set<StatusWord> LENGTH_REFUSED =
            Set.of(StatusWord.WRONG_LENGTH, StatusWord.WRONG_OFFSET, StatusWord.UNKNOWN_ERROR);

    private final Transmission card;
    private final BlockSize block;

    public FileReader(Transmission card, BlockSize block) {
        this.card = card;
        this.block = block;
    }

    /**
     * The whole file without what lies behind its object; empty if the card has no such file, or none for us.
     *
     * @param progress is told the fraction read, 0.0 to 1.0
     * @throws ReadingException {@code chip-failed} if it is not the one object that this file is, or too long
     */
    public Optional<Bytes> read(FileId file, DoubleConsumer progress) throws ReadingException {
        Optional<Bytes> first = beginning(file, Integer.MAX_VALUE);
        if (first.isEmpty()) {
            return first;
        }
        Bytes read = first.get();
        int total = declaredLength(file, read);
        while (read.length() < total) {
            progress.accept((double) read.length() / total);
            int asked = Math.min(block.block(card), total - read.length());
            ResponseApdu answer = card.send(readBinary(read.length() >> 8, read.length() & 0xFF, asked));
            if (!brings(answer, file)) {
                block.refused(answer.status(), card);
                continue;
            }
            int received = Math.min(answer.data().length(), total - read.length());
            if (received < asked) {
                block.shortened(received, card);
            }
            read = Bytes.concat(read, answer.data().slice(0, received));
        }
        if (first.get().length() < Math.min(total, block.block(card))) {
            block.shortened(first.get().length(), card);
        }
        progress.accept(1.0);
        return Optional.of(read.slice(0, total));
    }

    /** Total length in bytes that the file's beginning declares; empty if the card has no such file, or none for us. */
    public Optional<Integer> length(FileId file) throws ReadingException {
        Optional<Bytes> beginning = beginning(file, BEGINNING);
        return beginning.isEmpty() ? Optional.empty() : Optional.of(declaredLength(file, beginning.get()));
    }

    private Optional<Bytes> beginning(FileId file, int most) throws ReadingException {
        int high = 0x80 | file.sfi();
        while (true) {
            int asked = Math.min(block.block(card), most);
            ResponseApdu answer = card.send(readBinary(high, 0, asked));
            if (answer.status().isOkOrWarning() && !answer.data().isEmpty()) {
                return Optional.of(answer.data());
            }
            boolean refused = refusesLength(answer) || answer.status().isOkOrWarning();
            boolean identified = high == 0 || !answer.status().equals(StatusWord.WRONG_OFFSET);
            if (refused && identified && most > BEGINNING) {
                block.refused(answer.status(), card);
            } else if (high == 0 || !select(file)) {
                return Optional.empty();
            } else {
                high = 0;
            }
        }
    }

    /** Some cards know no short file identifiers; each has its own way to say so. */
    private boolean select(FileId file) throws ReadingException {
        Bytes id = Bytes.of((byte) (file.id() >> 8), (byte) file.id());
        return card.send(new CommandApdu(0x00, 0xA4, 0x02, 0x0C, id, 0))
                .status()
                .isOkOrWarning();
    }

    private static boolean brings(ResponseApdu answer, FileId file) throws ReadingException {
        boolean done = answer.status().isOkOrWarning();
        if (!done && !refusesLength(answer)) {
            throw new ReadingException(
                    RefusalCode.CHIP_FAILED, "READ BINARY of %s: status %s".formatted(file.word(), answer.status()));
        }
        return done && !answer.data().isEmpty();
    }

    private static boolean refusesLength(ResponseApdu answer) {
        return LENGTH_REFUSED.contains(answer.status()) || answer.status().value() >> 8 == 0x6C;
    }

    private static int declaredLength(FileId file, Bytes beginning) throws ReadingException {
        try {
            long length = StrictTlv.declaredLength(beginning);
            if (beginning.at(0) != file.tag() || length > Limits.of(file)) {
                throw new ReadingException(
                        RefusalCode.CHIP_FAILED,
                        "%s begins with tag %02X and declares %d bytes, expected tag %02X and at most %d"
                                .formatted(file.word(), beginning.at(0), length, file.tag(), Limits.of(file)));
            }
            return (int) length;
        } catch (TlvException refused) {
            throw new ReadingException(RefusalCode.CHIP_FAILED, file.word() + ": " + refused.getMessage());
        }
    }

    private static CommandApdu readBinary(int p1, int p2, int expected) {
        return CommandApdu.of(0x00, 0xB0, p1, p2, expected);
    }
}
