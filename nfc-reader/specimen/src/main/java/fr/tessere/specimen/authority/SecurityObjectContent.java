package fr.tessere.specimen.authority;

import fr.tessere.protocol.bytes.Bytes;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a State signs: one hash for each data group (LDSSecurityObject, ICAO 9303-10 §4.6.2.3).
 *
 * @param version 0, or 1 with the LDS version inside the signed bytes
 * @param hash the algorithm of all the hashes
 * @param hashes by data group number, 1 to 16
 */
public record SecurityObjectContent(int version, HashAlgorithm hash, SortedMap<Integer, Bytes> hashes) {
    public SecurityObjectContent {
        if (version < 0 || version > 1) {
            throw new IllegalArgumentException("an LDS security object has version 0 or 1, got " + version);
        }
        hashes = new TreeMap<>(hashes);
    }

    /** DER. */
    public Bytes encode() {
        return ContentFault.NONE.in(this);
    }
}
