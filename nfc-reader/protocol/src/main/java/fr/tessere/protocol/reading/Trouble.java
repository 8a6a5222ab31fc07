package fr.tessere.protocol.reading;

import java.util.EnumSet;
import java.util.Set;

/**
 * What went wrong beside the card, told by the reader so that the browser's page, the service and the log say the same as the
 * reader. It proves nothing and ends nothing: the person may try again.
 *
 * @param version {@link Limits#VERSION}
 * @param code one of {@link #CODES}
 */
public record Trouble(int version, RefusalCode code) {
    /** What only a reader can know once a reading is open. */
    public static final Set<RefusalCode> CODES = Set.copyOf(EnumSet.of(
            RefusalCode.READER_MISSING,
            RefusalCode.CARD_MISSING,
            RefusalCode.CHIP_LOST,
            RefusalCode.CHIP_UNKNOWN,
            RefusalCode.CHIP_FAILED,
            RefusalCode.ACCESS_NOT_SUPPORTED,
            RefusalCode.CAN_WRONG,
            RefusalCode.CAN_UNKNOWN,
            RefusalCode.MRZ_WRONG,
            RefusalCode.ACCESS_DELAYED,
            RefusalCode.SERVER_REPLY_MALFORMED,
            RefusalCode.READING_CANCELLED));

    public Trouble {
        InvalidMessageException.requireVersion(version);
        InvalidMessageException.require(CODES.contains(code), "code is one that arises beside the card");
    }
}
