package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;

/** The first bytes a terminal sees: historical bytes of ISO 7816-4 §12.1.1 in the frame of a contactless card. */
final class AnswerToReset {
    private static final String FRAME = "3B8A8001";
    /** Category 00; applications are selected by full name; DF by name and identifier, short identifiers; bytes. */
    private static final String SERVICES_AND_CAPABILITIES = "003180739401";
    /** No life cycle told, status 9000. */
    private static final String STATUS = "009000";

    private static final int CHAINING = 0x80;
    private static final int EXTENDED_LENGTH = 0x40;

    private AnswerToReset() {}

    /** The answer of a chip with these settings; the last byte makes the exclusive or of all but the first zero. */
    static Bytes of(ChipSettings settings) {
        int lengths = CHAINING | (settings.extendedLength() ? EXTENDED_LENGTH : 0);
        Bytes before = Bytes.concat(
                Bytes.ofHex(FRAME + SERVICES_AND_CAPABILITIES), Bytes.of((byte) lengths), Bytes.ofHex(STATUS));
        int check = 0;
        for (int i = 1; i < before.length(); i++) {
            check ^= before.at(i);
        }
        return Bytes.concat(before, Bytes.of((byte) check));
    }
}
