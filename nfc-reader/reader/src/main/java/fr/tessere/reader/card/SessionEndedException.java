package fr.tessere.reader.card;

import fr.tessere.protocol.reading.RefusalCode;

/** The card ended secure messaging, as many do after a command they dislike: access control must be done again. */
public final class SessionEndedException extends ReadingException {
    private static final long serialVersionUID = 1L;

    public SessionEndedException(String detail) {
        super(RefusalCode.CHIP_FAILED, detail);
    }
}
