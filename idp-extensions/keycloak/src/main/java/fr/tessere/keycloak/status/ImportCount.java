package fr.tessere.keycloak.status;

import java.util.Optional;

/**
 * What an import does, in documents.
 *
 * @param entered not in the table before
 * @param changed in it with another status
 * @param lifted taken out
 * @param same nothing to do
 */
public record ImportCount(int entered, int changed, int lifted, int same) {
    static final ImportCount NOTHING = new ImportCount(0, 0, 0, 0);

    /** This and one document more, which has this status in the table now. */
    ImportCount and(ReportedDocument document, Optional<String> now) {
        if (document.status().isEmpty()) {
            return now.isPresent()
                    ? new ImportCount(entered, changed, lifted + 1, same)
                    : new ImportCount(entered, changed, lifted, same + 1);
        }
        if (now.isEmpty()) {
            return new ImportCount(entered + 1, changed, lifted, same);
        }
        return now.get().equals(document.word())
                ? new ImportCount(entered, changed, lifted, same + 1)
                : new ImportCount(entered, changed + 1, lifted, same);
    }
}
