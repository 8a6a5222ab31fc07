package fr.tessere.keycloak.status;

import java.time.Instant;

/**
 * An agent saw that a document is its holder's.
 *
 * @param document keyed digest, 64 hexadecimal digits, as the accounts have it
 * @param at when
 * @param until when it counts no more
 */
public record Comparison(String document, Instant at, Instant until) {
    /** True if it counts at this time. */
    public boolean counts(Instant now) {
        return now.isBefore(until);
    }
}
