package fr.tessere.citizen.identity;

import java.time.Instant;
import java.util.List;

/**
 * One sign-in, for the person whose it was.
 *
 * @param id names the line
 * @param at when
 * @param client the service's name at the provider
 * @param level {@code acr} that was reached, empty if the session of before was used
 * @param document keyed digest of the document that was read, empty if none was
 * @param channel word of where the reader stood, empty if no document was read
 * @param shared words of the claims that the service asked for
 * @param receipt entry of the log with the evidence that it rests on, empty if it rests on none
 */
record SignedInLine(
        String id,
        Instant at,
        String client,
        String level,
        String document,
        String channel,
        List<String> shared,
        String receipt) {
    public SignedInLine {
        shared = List.copyOf(shared);
    }
}
