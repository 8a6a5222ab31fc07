package fr.tessere.keycloak.reading;

import fr.tessere.protocol.reading.InvalidMessageException;
import fr.tessere.protocol.reading.RefusalCode;
import java.io.IOException;
import java.io.InputStream;

/** Reads a body no further than its limit, whatever its Content-Length says. */
final class BodyLimit {
    private BodyLimit() {}

    /** At most that many bytes; one more is {@code message-too-large}. */
    static byte[] read(InputStream body, int most) throws IOException {
        byte[] read = body.readNBytes(most + 1);
        if (read.length > most) {
            throw new InvalidMessageException(RefusalCode.MESSAGE_TOO_LARGE, "more than %d bytes".formatted(most));
        }
        return read;
    }
}
