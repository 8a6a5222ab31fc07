package fr.tessere.protocol.reading;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import java.util.Map;
import java.util.Optional;

/**
 * What a reader says it read: hostile bytes, nothing about them is known but their size.
 *
 * @param version {@link Limits#VERSION}
 * @param access how the reader opened the chip
 * @param files raw files by name: EF.SOD always, EF.CardAccess where the chip has one, EF.CardSecurity where that
 *     announces PACE with Chip Authentication Mapping, DG14 and DG15 where EF.SOD lists them; no others
 * @param lengths total lengths in bytes of the data groups that {@link OpenedReading#files()} named and the chip has
 * @param largestAnswer most data bytes that one answer of this chip can bring through this reader, 64 to 65,536; more
 *     than 256 means that extended length works
 */
public record UnverifiedFiles(
        int version, AccessProtocol access, Map<FileId, Bytes> files, Map<FileId, Integer> lengths, int largestAnswer) {
    public UnverifiedFiles {
        InvalidMessageException.requireVersion(version);
        files = Map.copyOf(files);
        lengths = Map.copyOf(lengths);
        files.forEach((file, bytes) ->
                InvalidMessageException.requireAtMost(Limits.of(file), bytes.length(), "bytes of " + file.word()));
        files.keySet().forEach(UnverifiedFiles::requireSendable);
        InvalidMessageException.require(files.containsKey(FileId.SOD), "sod is present");
        lengths.forEach(UnverifiedFiles::requireLength);
        InvalidMessageException.require(largestAnswer >= 64 && largestAnswer <= 65_536, "largestAnswer is 64 to 65536");
    }

    /** The security object, EF.SOD. */
    public Bytes sod() {
        return file(FileId.SOD).orElseThrow();
    }

    /** One of the files, if it was sent. */
    public Optional<Bytes> file(FileId file) {
        return Optional.ofNullable(files.get(file));
    }

    private static void requireSendable(FileId file) {
        switch (file) {
            case CARD_ACCESS, CARD_SECURITY, SOD, DG14, DG15 -> {}
            default ->
                throw new InvalidMessageException(
                        RefusalCode.MESSAGE_MALFORMED, file.word() + " is not for the reader to send");
        }
    }

    private static void requireLength(FileId file, int length) {
        InvalidMessageException.require(
                file.dataGroupNumber().isPresent() && length > 0, "lengths are of data groups, 1 byte or more");
        InvalidMessageException.requireAtMost(Limits.of(file), length, "bytes of " + file.word());
    }
}
