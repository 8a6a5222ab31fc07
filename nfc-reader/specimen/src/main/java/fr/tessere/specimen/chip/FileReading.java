package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.bytes.TlvException;
import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.protocol.card.StatusWord;

/** READ BINARY with even and odd instruction (ISO 7816-4 §11.3.3), within what one answer can hold. */
final class FileReading {
    private final FileSystem files;
    private final ChipSettings.TooLarge reaction;

    FileReading(FileSystem files, ChipSettings.TooLarge reaction) {
        this.files = files;
        this.reaction = reaction;
    }

    /** B0: the offset in the parameters, 15 bits, or a short file identifier and 8 bits. */
    Outcome even(CommandApdu command, boolean accessGranted, int room) throws MisuseException {
        int offset = command.p1() << 8 | command.p2();
        if ((command.p1() & 0x80) != 0) {
            MisuseException.require((command.p1() & 0x60) == 0, StatusWord.WRONG_P1_P2);
            files.selectShort(command.p1() & 0x1F, accessGranted);
            offset = command.p2();
        }
        MisuseException.require(command.data().isEmpty(), StatusWord.WRONG_LENGTH);
        Bytes content = files.read(accessGranted);
        Piece piece = piece(content, offset, command.expected(), room);
        return Outcome.of(piece.data, piece.status);
    }

    /** B1: the offset in object 54, the answer in object 53; for files of more than 32,767 bytes. */
    Outcome odd(CommandApdu command, boolean accessGranted, int room) throws MisuseException {
        int reference = command.p1() << 8 | command.p2();
        if (reference != 0 && reference <= 0x1E) {
            files.selectShort(reference, accessGranted);
        } else if (reference != 0) {
            files.selectById(reference, accessGranted);
        }
        Bytes content = files.read(accessGranted);
        int offset = offset(command.data());
        int expected = command.expected();
        boolean all = isMaximum(expected);
        MisuseException.require(expected > 2, StatusWord.WRONG_LENGTH);
        Piece piece = piece(content, offset, all ? expected : inside(expected), inside(room));
        return Outcome.of(new StrictTlv(0x53, piece.data).encode(), piece.status);
    }

    private Piece piece(Bytes content, int offset, int expected, int room) throws MisuseException {
        MisuseException.require(expected > 0, StatusWord.WRONG_LENGTH);
        MisuseException.require(offset < content.length(), StatusWord.WRONG_OFFSET);
        int left = content.length() - offset;
        boolean all = isMaximum(expected);
        int wanted = all ? Math.min(expected, left) : expected;
        if (wanted > room) {
            wanted = react(room);
        }
        int given = Math.min(wanted, left);
        boolean ended = !all && expected > left && given == left;
        return new Piece(content.slice(offset, offset + given), ended ? StatusWord.END_OF_FILE : StatusWord.OK);
    }

    private int react(int room) throws MisuseException {
        return switch (reaction) {
            case SHORT_ANSWER -> room;
            case WRONG_LENGTH -> throw new MisuseException(StatusWord.WRONG_LENGTH);
            case EXACT_LENGTH -> throw new MisuseException(0x6C00 | (room > 0xFF ? 0 : room));
        };
    }

    private static boolean isMaximum(int expected) {
        return expected == 0x100 || expected == 0x10000;
    }

    private static int inside(int length) {
        int header = length <= 0x81 ? 2 : length <= 0x102 ? 3 : 4;
        return Math.max(0, length - header);
    }

    private static int offset(Bytes data) throws MisuseException {
        try {
            Bytes digits = StrictTlv.parse(0x54, data).value();
            MisuseException.require(!digits.isEmpty() && digits.length() <= 3, StatusWord.WRONG_DATA);
            int offset = 0;
            for (int i = 0; i < digits.length(); i++) {
                offset = offset << 8 | digits.at(i);
            }
            return offset;
        } catch (TlvException notAnOffset) {
            throw new MisuseException(StatusWord.WRONG_DATA);
        }
    }

    private record Piece(Bytes data, StatusWord status) {}
}
