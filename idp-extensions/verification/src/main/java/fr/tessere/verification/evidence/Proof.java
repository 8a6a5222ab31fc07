package fr.tessere.verification.evidence;

/** How the server knows that the chip is the original and not a copy (ICAO 9303-11 §6). */
public enum Proof {
    /** The chip agreed on keys with the server's ephemeral key by its signed static key (§6.2). */
    CHIP_AUTHENTICATION("chip-authentication"),
    /** The chip signed the server's challenge with its signed key (§6.1). */
    ACTIVE_AUTHENTICATION("active-authentication"),
    /** The chip showed, inside a PACE that the server ran, that it owns the signed static key (§4.4.3.5). */
    PACE_CHIP_AUTHENTICATION_MAPPING("pace-chip-authentication-mapping"),
    /** The document has no clone protection: the data is genuine, the chip may be a copy. */
    NONE("none");

    private final String word;

    Proof(String word) {
        this.word = word;
    }

    /** The word used in receipts. */
    public String word() {
        return word;
    }
}
