package fr.tessere.protocol.reading;

import java.util.EnumSet;
import java.util.Set;

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

    /** About the document, but decided or not known at the service's side. */
    private static final Set<RefusalCode> DECIDED_HERE = EnumSet.of(
            RefusalCode.PENDING_READING_INVALID,
            RefusalCode.DOCUMENT_STATUS_UNAVAILABLE,
            RefusalCode.SIGNER_SWITCHED_OFF,
            RefusalCode.COUNTRY_SIGNER_SWITCHED_OFF,
            RefusalCode.COUNTRY_SWITCHED_OFF,
            RefusalCode.DOCUMENT_TYPE_SWITCHED_OFF,
            RefusalCode.ALGORITHM_SWITCHED_OFF);

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
        boolean aboutTheDocument = code.compareTo(RefusalCode.SOD_MALFORMED) >= 0;
        return aboutTheDocument && !DECIDED_HERE.contains(code) ? ISSUER : SERVICE;
    }
}
