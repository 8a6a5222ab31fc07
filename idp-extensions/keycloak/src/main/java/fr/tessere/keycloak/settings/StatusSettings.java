package fr.tessere.keycloak.settings;

import fr.tessere.protocol.bytes.Bytes;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Where the status of documents comes from besides the table.
 *
 * @param lookup an authority's lookup, if there is one
 * @param expiredDocuments true if documents that have expired may sign in at the lowest level
 */
public record StatusSettings(Optional<Lookup> lookup, boolean expiredDocuments) {

    /**
     * An HTTP lookup.
     *
     * @param address of the call, https, or http on this machine
     * @param key for the digests that are sent, 32 bytes, shared with the authority and with nobody else
     * @param token sent as bearer token, if the authority asks for one
     * @param patience how long one call may take in all
     * @param cached how long an answer is kept; zero for not at all
     * @param states issuing States that it is asked about; empty for all
     */
    public record Lookup(
            URI address, Bytes key, Optional<String> token, Duration patience, Duration cached, Set<String> states) {
        public Lookup {
            states = Set.copyOf(states);
        }

        @Override
        public String toString() {
            return "Lookup[" + address.getHost() + "]";
        }
    }
}
