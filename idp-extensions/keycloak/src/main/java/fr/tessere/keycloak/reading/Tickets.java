package fr.tessere.keycloak.reading;

import java.time.Instant;
import java.util.Optional;

/**
 * What the browser's own session remembers of its reading.
 *
 * @param id the reading
 * @param thisDevice handle for a reader on the same machine
 * @param anotherDevice handle for a reader elsewhere
 * @param shortCode stands for {@code anotherDevice}, to be typed
 * @param comparisonCode 4 digits
 * @param expires end of the reading
 */
public record Tickets(
        String id,
        String thisDevice,
        String anotherDevice,
        ShortCode shortCode,
        String comparisonCode,
        Instant expires) {

    /** One line for a note of the authentication session. */
    public String note() {
        return String.join(
                " ",
                id,
                thisDevice,
                anotherDevice,
                shortCode.letters(),
                comparisonCode,
                Long.toString(expires.getEpochSecond()));
    }

    /** The tickets of such a line. */
    public static Optional<Tickets> ofNote(String note) {
        String[] parts = note.split(" ", -1);
        return parts.length == 6
                ? Optional.of(new Tickets(
                        parts[0],
                        parts[1],
                        parts[2],
                        new ShortCode(parts[3]),
                        parts[4],
                        Instant.ofEpochSecond(Long.parseLong(parts[5]))))
                : Optional.empty();
    }
}
