package fr.tessere.verification.passive;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which issuing States of a machine readable zone go with which country of a certificate: three letters of ICAO 9303-3 §5
 * against two of ISO 3166-1. Most are the same country in both codes; the table has the others.
 */
final class Countries {
    private static final Map<String, Set<String>> OTHERS = Map.of(
            "DE", Set.of("D"),
            "GB", Set.of("GBR", "GBD", "GBN", "GBO", "GBP", "GBS"),
            "UN", Set.of("UNO", "UNA", "UNK"),
            "EU", Set.of("EUE"),
            "KS", Set.of("RKS", "UNK"),
            "XK", Set.of("RKS", "UNK"),
            "CN", Set.of("CHN", "HKG", "MAC"),
            "XO", Set.of("XOM"),
            "UT", Set.of("UTO"),
            "ZK", Set.of("ZKR"));

    private static final Map<String, String> ISO = iso();

    private Countries() {}

    /** True if documents of this issuing State are signed under this country. */
    static boolean signsFor(String country, String issuingState) {
        return issuingState.equals(ISO.get(country))
                || OTHERS.getOrDefault(country, Set.of()).contains(issuingState)
                || country.length() == 3 && country.equals(issuingState);
    }

    private static Map<String, String> iso() {
        Map<String, String> codes = new HashMap<>();
        for (String two : Locale.getISOCountries()) {
            codes.put(two, new Locale("", two).getISO3Country());
        }
        codes.remove("DE"); // its zones say D
        return Map.copyOf(codes);
    }
}
