package fr.tessere.verification.authenticity;

import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.protocol.card.FileId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which READ BINARY commands bring the wanted files (ISO 7816-4 §7.2.3): the first of each file selects it by its short
 * identifier, the others go on at an offset of the then current file.
 *
 * @param lengths bytes to read of each file, 1 to 32,767
 * @param block most bytes of file content in one answer
 */
public record ReadPlan(Map<FileId, Integer> lengths, int block) {
    /** Offsets have 15 bits. */
    public static final int LARGEST_FILE = 0x7FFF;

    private static final int READ_BINARY = 0xB0;
    private static final int BY_SHORT_ID = 0x80;

    public ReadPlan {
        if (block < 1 || lengths.values().stream().anyMatch(length -> length < 1 || length > LARGEST_FILE)) {
            throw new IllegalArgumentException("a plan reads 1 to 32767 bytes of a file in blocks of 1 or more");
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
            int p1 = offset == 0 ? BY_SHORT_ID | file.sfi() : offset >> 8;
            return CommandApdu.of(0, READ_BINARY, p1, offset & 0xFF, length);
        }
    }

    /** The blocks in the order in which they are read. */
    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        lengths.forEach((file, length) -> {
            for (int offset = 0; offset < length; offset += block) {
                blocks.add(new Block(file, offset, Math.min(block, length - offset)));
            }
        });
        return blocks;
    }
}
