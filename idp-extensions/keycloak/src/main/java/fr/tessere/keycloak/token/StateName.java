package fr.tessere.keycloak.token;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A State's name from the code that a document prints (ICAO 9303-3 §5: ISO 3166-1 alpha-3, and D for Germany). */
public final class StateName {
    private static final Map<String, String> TWO_LETTERS = Arrays.stream(Locale.getISOCountries())
            .collect(Collectors.toUnmodifiableMap(code -> country(code).getISO3Country(), code -> code));

    private StateName() {}

    /** The name in this language, or the code if it names no State. */
    public static String of(String code, Locale language) {
        String twoLetters = "D".equals(code) ? "DE" : TWO_LETTERS.get(code);
        return twoLetters == null ? code : country(twoLetters).getDisplayCountry(language);
    }

    /** The same from the two letters that certificates have (ISO 3166-1 alpha-2). */
    public static String ofTwoLetters(String code, Locale language) {
        return code.matches("[A-Z]{2}") ? country(code).getDisplayCountry(language) : code;
    }

    private static Locale country(String twoLetters) {
        return new Locale.Builder().setRegion(twoLetters).build();
    }
}
