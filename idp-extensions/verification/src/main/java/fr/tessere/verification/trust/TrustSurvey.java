package fr.tessere.verification.trust;

import java.nio.file.Path;
import java.util.List;

/**
 * What a trust folder holds, file by file.
 *
 * @param anchors what the usable files vouch for
 * @param loaded the usable files
 * @param refused the others; no part of them is trusted
 */
public record TrustSurvey(TrustAnchors anchors, List<LoadedFile> loaded, List<RefusedFile> refused) {
    public TrustSurvey {
        loaded = List.copyOf(loaded);
        refused = List.copyOf(refused);
    }

    /**
     * A file that is used.
     *
     * @param file where it lies
     * @param objects certificates or revocation lists in it
     */
    public record LoadedFile(Path file, int objects) {}

    /**
     * A file that is not used.
     *
     * @param file where it lies
     * @param reason found and expected
     */
    public record RefusedFile(Path file, String reason) {}
}
