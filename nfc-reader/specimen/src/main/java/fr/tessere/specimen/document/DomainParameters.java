package fr.tessere.specimen.document;

import java.util.Arrays;

/** Standardized domain parameters of PACE (ICAO 9303-11 §9.5.1) by their usual names. */
enum DomainParameters {
    MODP_1024_160("modp-1024-160", 0),
    MODP_2048_224("modp-2048-224", 1),
    MODP_2048_256("modp-2048-256", 2),
    P_192("P-192", 8),
    BRAINPOOL_192("brainpoolP192r1", 9),
    P_224("P-224", 10),
    BRAINPOOL_224("brainpoolP224r1", 11),
    P_256("P-256", 12),
    BRAINPOOL_256("brainpoolP256r1", 13),
    BRAINPOOL_320("brainpoolP320r1", 14),
    P_384("P-384", 15),
    BRAINPOOL_384("brainpoolP384r1", 16),
    BRAINPOOL_512("brainpoolP512r1", 17),
    P_521("P-521", 18);

    private final String word;
    private final int id;

    DomainParameters(String word, int id) {
        this.word = word;
        this.id = id;
    }

    /** The usual name. */
    String word() {
        return word;
    }

    /** The number in PACEInfo. */
    int id() {
        return id;
    }

    static DomainParameters ofWord(String word) {
        return Arrays.stream(values())
                .filter(parameters -> parameters.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no domain parameters are called " + word));
    }
}
