package fr.tessere.release.consent;

import fr.tessere.claims.pivot.Declared;
import fr.tessere.claims.places.BirthLocation;
import fr.tessere.claims.places.Country;
import fr.tessere.claims.places.Gazetteer;
import fr.tessere.claims.places.Place;
import fr.tessere.claims.places.Resolution;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the person typed, and what became of it.
 *
 * @param place commune as typed, perhaps with its departement
 * @param country code of a country other than France, or empty
 * @param email as typed
 * @param usageName as typed
 * @param birth where born, if that is clear
 * @param choices places that the commune may be
 * @param wrong key of the text that says what is wrong, or empty
 */
public record CivilStatusForm(
        String place,
        String country,
        String email,
        String usageName,
        Optional<BirthLocation> birth,
        List<Place> choices,
        String wrong) {
    static final CivilStatusForm EMPTY = new CivilStatusForm("", "", "", "", Optional.empty(), List.of(), "");

    private static final int LONGEST = 200;
    private static final int MOST_CHOICES = 60;

    static CivilStatusForm of(MultivaluedMap<String, String> fields, Set<String> asked, Gazetteer places) {
        String place = field(fields, "place");
        String country = field(fields, "country");
        String email = asked.contains("email") ? field(fields, "email") : "";
        String name = asked.contains("preferred_username") ? field(fields, "name") : "";
        Resolution born = asked.contains("birthcountry") ? born(place, country, field(fields, "code"), places) : none();
        boolean typed = asked.contains("birthcountry") && !(place + country).isEmpty();
        String wrong = "";
        if (typed && born.location().isEmpty() && born.choices().isEmpty()) {
            wrong = "civil.wrong.place";
        } else if (!email.isEmpty() && !Declared.isEmail(email)) {
            wrong = "civil.wrong.email";
        } else if (!name.isEmpty() && !Declared.isName(name)) {
            wrong = "civil.wrong.name";
        }
        List<Place> choices = born.choices().stream().limit(MOST_CHOICES).toList();
        return new CivilStatusForm(place, country, email, name, born.location(), choices, wrong);
    }

    /** A chosen code counts before what was typed; a country before a commune. */
    private static Resolution born(String place, String country, String code, Gazetteer places) {
        if (!code.isEmpty()) {
            return new Resolution(
                    places.ofCode(code).map(found -> new BirthLocation(found.code(), Country.FRANCE)), List.of());
        }
        return country.isEmpty() ? places.inFrance(place) : new Resolution(places.abroad(country), List.of());
    }

    private static Resolution none() {
        return new Resolution(Optional.empty(), List.of());
    }

    private static String field(MultivaluedMap<String, String> fields, String name) {
        String text = Optional.ofNullable(fields.getFirst(name)).orElse("").strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    @Override
    public String toString() {
        return "CivilStatusForm[hidden]";
    }
}
