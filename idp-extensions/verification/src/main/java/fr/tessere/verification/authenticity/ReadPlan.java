package fr.tessere.verification.authenticity;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.bytes.TlvException;
import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.protocol.card.FileId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which READ BINARY commands bring the wanted files (ISO 7816-4 §11.3.3): the first of each file selects it by its short
 * identifier, the others go on at an offset of the then current file; behind 32,767 bytes with the odd instruction, whose
 * offset stands in object 54 and whose answer in object 53 (ICAO 9303-10 §3.6.3.2).
 *
 * @param lengths bytes to read of each file, 1 to 16,777,215
 * @param block most bytes of file content in one answer
 */
public record ReadPlan(Map<FileId, Integer> lengths, int block) {
    /** Offsets of the odd instruction have 3 bytes at most here. */
    public static final int LARGEST_FILE = 0xFFFFFF;

    /** Offsets of the even instruction have 15 bits. */
    private static final int LARGEST_EVEN_OFFSET = 0x7FFF;

    private static final int READ_BINARY = 0xB0;
    private static final int READ_BINARY_ODD = 0xB1;
    private static final int BY_SHORT_ID = 0x80;
    private static final int OFFSET = 0x54;
    private static final int CONTENT = 0x53;

    public ReadPlan {
        if (block < 1 || lengths.values().stream().anyMatch(length -> length < 1 || length > LARGEST_FILE)) {
            throw new IllegalArgumentException("a plan reads 1 to 16777215 bytes of a file in blocks of 1 or more");
        }
        lengths = java.util.Collections.unmodifiableMap(new EnumMap<>(lengths));
    }

    /**
     * One command of the plan.
     *
     * @param file what it reads
     * @param offset from where, bytes
     * @param length how much, bytes
     */
    record Block(FileId file, int offset, int length) {
        CommandApdu command() {
            if (isOdd()) {
                Bytes digits = offset > 0xFFFF
                        ? Bytes.of((byte) (offset >> 16), (byte) (offset >> 8), (byte) offset)
                        : Bytes.of((byte) (offset >> 8), (byte) offset);
                Bytes data = new StrictTlv(OFFSET, digits).encode();
                return new CommandApdu(0, READ_BINARY_ODD, 0, 0, data, length + header(length));
            }
            int p1 = offset == 0 ? BY_SHORT_ID | file.sfi() : offset >> 8;
            return CommandApdu.of(0, READ_BINARY, p1, offset & 0xFF, length);
        }

        /** The file's bytes in a successful answer. */
        Bytes content(Bytes answer) throws TlvException {
            return isOdd() ? StrictTlv.parse(CONTENT, answer).value() : answer;
        }

        private boolean isOdd() {
            return offset > LARGEST_EVEN_OFFSET;
        }
    }

    /** The blocks in the order in which they are read. */
    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        lengths.forEach((file, length) -> {
            int offset = 0;
            while (offset < length) {
                int room = offset > LARGEST_EVEN_OFFSET ? Math.max(block - header(block), 1) : block;
                int next = Math.min(room, length - offset);
                blocks.add(new Block(file, offset, next));
                offset += next;
            }
        });
        return blocks;
    }

    /** Bytes of tag and length in front of this many bytes of content. */
    private static int header(int length) {
        return length < 0x80 ? 2 : length <= 0xFF ? 3 : 4;
    }
}
