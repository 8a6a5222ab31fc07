package fr.tessere.claims.places;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All countries that INSEE knows, found by code or by name in French or English. */
final class Countries {
    /** Codes of ICAO 9303-3 §5 that are not ISO's. */
    private static final Map<String, String> ICAO =
            Map.of("D", "DEU", "GBD", "GBR", "GBN", "GBR", "GBO", "GBR", "GBP", "GBR", "GBS", "GBR", "RKS", "XKX");

    private final List<Country> all = new ArrayList<>();
    private final Map<String, Country> byWord = new HashMap<>();

    Countries() {
        Map<String, String> shorter = new HashMap<>(Map.of("XKX", "XK"));
        for (String alpha2 : Locale.getISOCountries()) {
            shorter.put(new Locale("", alpha2).getISO3Country(), alpha2);
        }
        for (String[] line : DataFile.read("countries.txt", 2)) {
            add(new Country(line[0], shorter.getOrDefault(line[0], line[0]), line[1]));
        }
    }

    private void add(Country country) {
        all.add(country);
        byWord.put(country.alpha3(), country);
        for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            byWord.put(PlaceText.key(country.name(language)), country);
        }
    }

    /** By alpha-3, by the code in a machine readable zone, or by name. */
    Optional<Country> find(String text) {
        String key = PlaceText.key(text);
        return Optional.ofNullable(byWord.get(ICAO.getOrDefault(key, key)));
    }

    /** In the order of their names in this language, each name once. */
    List<Country> inOrder(Locale language) {
        java.text.Collator collator = java.text.Collator.getInstance(language);
        return all.stream()
                .sorted(Comparator.comparing(country -> country.name(language), collator))
                .toList();
    }
}
