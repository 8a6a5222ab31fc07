package fr.tessere.protocol.reading;

/**
 * The reader's first message: it opens the reading, once.
 *
 * @param version {@link Limits#VERSION}
 * @param reader name and version of the reader program, for the operator's statistics, 1 to 200 characters
 */
public record OpenRequest(int version, String reader) {
    public OpenRequest {
        InvalidMessageException.requireVersion(version);
        InvalidMessageException.requireAtMost(Limits.TEXT, reader.length(), "characters in reader");
        InvalidMessageException.require(!reader.isBlank(), "reader has a name");
    }
}
