package fr.tessere.protocol.reading;

/**
 * Whom a person asks when what to do next did not help. The bundle {@code refusals} has a sentence and a heading for
 * each.
 */
public enum Contact {
    /** Who looks after the computer, the card reader and the reader program. */
    READER("reader"),
    /** The service that the person wanted to use. */
    SERVICE("service"),
    /** The authority that issued the document. */
    ISSUER("issuer");

    private final String word;

    Contact(String word) {
        this.word = word;
    }

    /** The word in the texts' keys. */
    public String word() {
        return word;
    }

    /** By the groups in which the codes stand: beside the card and its messages, the reading, the document. */
    public static Contact of(RefusalCode code) {
        if (code.compareTo(RefusalCode.READING_UNKNOWN) < 0) {
            return READER;
        }
        boolean aboutTheDocument =
                code.compareTo(RefusalCode.SOD_MALFORMED) >= 0 && code != RefusalCode.PENDING_READING_INVALID;
        return aboutTheDocument ? ISSUER : SERVICE;
    }
}
