package fr.tessere.reader.card;

import fr.tessere.protocol.reading.RefusalCode;

/** The card left the field, or the link to it broke. The whole reading can be tried again. */
public final class CardLostException extends ReadingException {
    private static final long serialVersionUID = 1L;

    public CardLostException(String detail) {
        super(RefusalCode.CHIP_LOST, detail);
    }

    public CardLostException(String detail, Throwable cause) {
        super(RefusalCode.CHIP_LOST, detail, cause);
    }
}
