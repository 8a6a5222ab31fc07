package fr.tessere.verification;

import fr.tessere.protocol.card.FileId;
import java.util.Set;

/**
 * What a reading is for; sealed state is bound to it.
 *
 * @param handle the reading's handle
 * @param clientId the service that asks
 * @param level the level asked for, for example {@code eidas1}
 * @param wanted data groups to read: DG1, and DG11 if a claim needs it. What the document does not have is left out
 */
public record ReadingRequest(String handle, String clientId, String level, Set<FileId> wanted) {
    public ReadingRequest {
        wanted = Set.copyOf(wanted);
        if (!wanted.contains(FileId.DG1)) {
            throw new IllegalArgumentException("DG1 is always wanted: it names the document");
        }
    }
}
