package fr.tessere.reader.card;

import fr.tessere.protocol.reading.RefusalCode;

/** A reading that ends beside the card. The person reads the text of the code; the detail holds no one's data. */
public class ReadingException extends Exception {
    private static final long serialVersionUID = 1L;

    private final RefusalCode code;

    public ReadingException(RefusalCode code, String detail) {
        super(detail);
        this.code = code;
    }

    public ReadingException(RefusalCode code, String detail, Throwable cause) {
        super(detail, cause);
        this.code = code;
    }

    /** Why it ended. */
    public final RefusalCode code() {
        return code;
    }
}
