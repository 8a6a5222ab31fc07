package fr.tessere.verification.authenticity;

import java.util.Map;
import java.util.Optional;

/**
 * What one played script showed.
 *
 * @param files what was read; not yet compared with what the State signed
 * @param chip the original, where the document has clone protection
 * @param next the proof goes on with another script, before anything was read
 */
public record ChipReading(FilesRead files, Optional<OriginalChip> chip, Optional<ChipSession> next) {

    /** Files of a chip that may be a copy, or nothing yet. */
    static ChipReading unproven(FilesRead files) {
        return new ChipReading(files, Optional.empty(), Optional.empty());
    }

    /** Files of the original chip. */
    static ChipReading proven(FilesRead files, OriginalChip chip) {
        return new ChipReading(files, Optional.of(chip), Optional.empty());
    }

    /** The proof has more steps. */
    static ChipReading goingOn(ChipSession next) {
        return new ChipReading(new FilesRead(Map.of(), Optional.empty()), Optional.empty(), Optional.of(next));
    }

    /** The chip was lost between two steps: the proof begins again, with fresh keys. */
    static ChipReading beginningAgain(ReadPlan plan) {
        return unproven(new FilesRead(Map.of(), Optional.of(plan)));
    }
}
