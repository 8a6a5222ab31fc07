package fr.tessere.verification.evidence;

import fr.tessere.protocol.bytes.Bytes;
import java.time.Instant;
import java.util.List;

/**
 * What the revocation lists say about one signer.
 *
 * @param grade in one word
 * @param lists every list that was looked at, enough to ask again later
 */
public record RevocationStatus(RevocationGrade grade, List<ListUsed> lists) {
    /** Nobody looked, or there was nothing to look at. */
    public static final RevocationStatus NONE = new RevocationStatus(RevocationGrade.NO_LIST, List.of());

    public RevocationStatus {
        lists = List.copyOf(lists);
    }

    /**
     * One version of a revocation list.
     *
     * @param number the CRL number, decimal; empty if it has none
     * @param thisUpdate when its issuer made it
     * @param digest SHA-256 of the list, 32 bytes
     */
    public record ListUsed(String number, Instant thisUpdate, Bytes digest) {}
}
