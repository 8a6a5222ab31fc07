package fr.tessere.claims.places;

import java.util.Locale;

/**
 * A country or territory.
 *
 * @param alpha3 code of ISO 3166-1, {@code XKX} for Kosovo
 * @param alpha2 the same with two letters
 * @param code code of the COG, {@code 99100} for France and its territories
 */
public record Country(String alpha3, String alpha2, String code) {
    /** Code of France. */
    public static final String FRANCE = "99100";

    public Country {
        if (!code.matches("99[0-9]{3}")) {
            throw new IllegalArgumentException("a country's code of the COG is 99 and three digits");
        }
    }

    /** True for France and its territories. */
    public boolean isFrance() {
        return code.equals(FRANCE);
    }

    /** Its name for people. */
    public String name(Locale language) {
        return new Locale("", alpha2).getDisplayCountry(language);
    }
}
