package fr.tessere.verification.passive;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.RefusedException;

/**
 * EF.SOD is written in definite lengths and whole strings (ICAO 9303-10 §4.6.2: DER). Parsers differ about the other form,
 * so it is refused at every depth and not only outside.
 */
final class DefiniteForm {
    private static final int DEEPEST = 64;
    private static final int CONSTRUCTED = 0x20;
    /** BIT STRING and OCTET STRING in pieces. */
    private static final int BITS_IN_PIECES = 0x23;

    private static final int OCTETS_IN_PIECES = 0x24;

    private DefiniteForm() {}

    /** Refuses {@code sod-malformed} indefinite lengths, strings in pieces, and parts longer than what is around them. */
    static void require(byte[] encoded) throws RefusedException {
        walk(encoded, 0, encoded.length, 0);
    }

    private static void walk(byte[] all, int from, int end, int depth) throws RefusedException {
        require(depth < DEEPEST, "parts in parts, more than " + DEEPEST + " deep");
        int at = from;
        while (at < end) {
            int tag = all[at] & 0xFF;
            require((tag & 0x1F) != 0x1F && at + 1 < end, "a tag of two bytes, or no length");
            int first = all[at + 1] & 0xFF;
            int more = first > 0x80 ? first & 0x7F : 0;
            require(first != 0x80 && more <= 3 && at + 2 + more <= end, "a part without definite length");
            require(tag != BITS_IN_PIECES && tag != OCTETS_IN_PIECES, "a string in pieces");
            int length = more == 0 ? first : 0;
            for (int i = 0; i < more; i++) {
                length = length << 8 | all[at + 2 + i] & 0xFF;
            }
            int content = at + 2 + more;
            require(length <= end - content, "a part longer than what is around it");
            if ((tag & CONSTRUCTED) != 0) {
                walk(all, content, content + length, depth + 1);
            }
            at = content + length;
        }
    }

    private static void require(boolean holds, String detail) throws RefusedException {
        RefusedException.require(holds, RefusalCode.SOD_MALFORMED, detail);
    }
}
