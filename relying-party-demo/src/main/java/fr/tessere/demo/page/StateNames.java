package fr.tessere.demo.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A State's name from the three-letter code printed in a document (ISO 3166-1 alpha-3; ICAO 9303-3 §5 adds D for Germany). */
final class StateNames {
    private static final Map<String, String> TWO_LETTERS = Arrays.stream(Locale.getISOCountries())
            .collect(Collectors.toUnmodifiableMap(code -> country(code).getISO3Country(), code -> code));

    private StateNames() {}

    /** The name in this language with the code behind it, or the code alone when it names no State. */
    static String of(String code, Locale language) {
        String twoLetters = "D".equals(code) ? "DE" : TWO_LETTERS.get(code);
        return twoLetters == null ? code : country(twoLetters).getDisplayCountry(language) + " (" + code + ")";
    }

    private static Locale country(String twoLetters) {
        return new Locale.Builder().setRegion(twoLetters).build();
    }
}
