package fr.tessere.release.consent;

import fr.tessere.claims.places.Country;
import fr.tessere.claims.places.Gazetteer;
import java.util.List;
import java.util.Locale;

/**
 * A country other than France in a list to choose from.
 *
 * @param code ISO 3166-1 alpha-3
 * @param name for people
 */
public record CountryChoice(String code, String name) {
    static List<CountryChoice> all(Gazetteer places, Locale language) {
        return places.countries(language).stream()
                .filter(country -> !country.isFrance())
                .map(country -> of(country, language))
                .toList();
    }

    private static CountryChoice of(Country country, Locale language) {
        return new CountryChoice(country.alpha3(), country.name(language));
    }
}
