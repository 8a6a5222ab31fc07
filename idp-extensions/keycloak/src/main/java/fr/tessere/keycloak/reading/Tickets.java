package fr.tessere.keycloak.reading;

import java.time.Instant;
import java.util.Optional;

/**
 * What the browser's own session remembers of its reading.
 *
 * @param id the reading
 * @param thisDevice handle for a reader on the same machine
 * @param anotherDevice handle for a reader elsewhere
 * @param comparisonCode 4 digits
 * @param expires end of the reading
 */
public record Tickets(String id, String thisDevice, String anotherDevice, String comparisonCode, Instant expires) {

    /** One line for a note of the authentication session. */
    public String note() {
        return String.join(" ", id, thisDevice, anotherDevice, comparisonCode, Long.toString(expires.getEpochSecond()));
    }

    /** The tickets of such a line. */
    public static Optional<Tickets> ofNote(String note) {
        String[] parts = note.split(" ", -1);
        return parts.length == 5
                ? Optional.of(new Tickets(
                        parts[0], parts[1], parts[2], parts[3], Instant.ofEpochSecond(Long.parseLong(parts[4]))))
                : Optional.empty();
    }
}
