package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.StatusWord;
import java.util.Arrays;

/** ISO 9797-1 padding method 2: one byte 80, then 00 up to the end of the block. */
final class Padding {
    private Padding() {}

    /** Bytes filled up to whole blocks; at least one byte is added. */
    static Bytes add(Bytes data, int block) {
        byte[] padded = Arrays.copyOf(data.toArray(), (data.length() / block + 1) * block);
        padded[data.length()] = (byte) 0x80;
        return Bytes.of(padded);
    }

    /** The bytes before the padding; without a padding the secure messaging objects are wrong. */
    static Bytes remove(Bytes padded) throws MisuseException {
        int end = padded.length() - 1;
        while (end >= 0 && padded.at(end) == 0) {
            end--;
        }
        MisuseException.require(end >= 0 && padded.at(end) == 0x80, StatusWord.SM_OBJECTS_WRONG);
        return padded.slice(0, end);
    }
}
