package fr.tessere.verification.evidence;

import fr.tessere.protocol.reading.RefusalCode;
import java.util.Arrays;
import java.util.Optional;

/** What became of a document since the State signed it, from the best news to the worst. */
public enum DocumentStatus {
    /** Nothing is known against it. */
    VALID("valid", null),
    /** The source answered, and does not know the document. */
    UNKNOWN("unknown", null),
    /** The source did not answer, or not in its form. */
    UNAVAILABLE("unavailable", null),
    EXPIRED("expired", RefusalCode.DOCUMENT_EXPIRED),
    NOT_YET_VALID("not-yet-valid", RefusalCode.DOCUMENT_NOT_YET_VALID),
    LOST("lost", RefusalCode.DOCUMENT_LOST),
    BLOCKED("blocked", RefusalCode.DOCUMENT_BLOCKED),
    STOLEN("stolen", RefusalCode.DOCUMENT_STOLEN);

    private final String word;
    private final @org.jspecify.annotations.Nullable RefusalCode refusal;

    DocumentStatus(String word, @org.jspecify.annotations.Nullable RefusalCode refusal) {
        this.word = word;
        this.refusal = refusal;
    }

    /** The word used in receipts, import files and the lookup's answers. */
    public String word() {
        return word;
    }

    /** The code that refuses such a document, empty for one that may pass. */
    public Optional<RefusalCode> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** The status with this word. */
    public static Optional<DocumentStatus> ofWord(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word.equals(word))
                .findFirst();
    }
}
