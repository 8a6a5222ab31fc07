package fr.tessere.keycloak.status;

import fr.tessere.verification.evidence.DocumentStatus;
import java.util.Optional;

/**
 * One row of an import, its document number already forgotten.
 *
 * @param digest keyed digest of the document, 64 hexadecimal digits
 * @param word {@code lost}, {@code stolen}, {@code blocked}, or {@code lifted}
 */
public record ReportedDocument(String digest, String word) {
    /** What is reported; empty if the report is lifted. */
    public Optional<DocumentStatus> status() {
        return DocumentStatus.ofWord(word);
    }

    @Override
    public String toString() {
        return "ReportedDocument[hidden]";
    }
}
