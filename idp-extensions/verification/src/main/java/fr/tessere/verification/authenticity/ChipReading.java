package fr.tessere.verification.authenticity;

import java.util.Optional;

/**
 * What one played script showed.
 *
 * @param files what was read; not yet compared with what the State signed
 * @param chip the original, where the document has clone protection
 */
public record ChipReading(FilesRead files, Optional<OriginalChip> chip) {}
