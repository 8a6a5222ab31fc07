package fr.tessere.claims.places;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places of France and countries, with their codes of the COG. Immutable, about 38,000 names: one for a whole server. */
public final class Gazetteer {
    /** First code of the municipal districts of a city less one. */
    private static final Map<String, Integer> DISTRICTS = Map.of("PARIS", 75100, "LYON", 69380, "MARSEILLE", 13200);

    private static final Pattern DISTRICT =
            Pattern.compile("(PARIS|LYON|MARSEILLE) 0?([1-9][0-9]?)(?: ?(?:ER|E|EME))?(?: ARR(?:ONDISSEMENT)?)?");

    private final Countries countries = new Countries();
    private final Map<String, Place> byCode = new HashMap<>();
    private final Map<String, Map<String, Place>> byName = new HashMap<>();
    private final Map<String, String> successors = new HashMap<>();
    private final Map<String, Departement> departements = new HashMap<>();

    private Gazetteer() {
        for (String[] line : DataFile.read("departements.txt", 2)) {
            Departement departement = new Departement(line[0], line[1]);
            departements.put(line[0], departement);
            departements.put(PlaceText.key(line[1]), departement);
        }
        for (String[] line : DataFile.read("communes.txt", 3)) {
            Place place = new Place(line[0], line[2], departementOf(line[0]));
            // a present commune comes before a former one of the same code
            if (line[1].equals("C") || line[1].equals("M")) {
                byCode.put(place.code(), place);
            } else {
                byCode.putIfAbsent(place.code(), place);
            }
            byName.computeIfAbsent(PlaceText.key(place.name()), key -> new LinkedHashMap<>())
                    .put(place.code(), place);
        }
        DataFile.read("former-codes.txt", 2).forEach(line -> successors.putIfAbsent(line[0], line[1]));
    }

    /** Reads the delivered lists. */
    public static Gazetteer load() {
        return new Gazetteer();
    }

    /** The place that has this code now, or whose territory had it before. */
    public Optional<Place> ofCode(String code) {
        Place place = byCode.get(code);
        return place != null || !successors.containsKey(code)
                ? Optional.ofNullable(place)
                : Optional.ofNullable(byCode.get(successors.get(code)));
    }

    /** The country of this code or name; letters of ISO 3166-1 alpha-3 or ICAO 9303-3 §5. */
    public Optional<Country> country(String text) {
        return countries.find(text);
    }

    /** All countries in the order of their names in this language. */
    public List<Country> countries(Locale language) {
        return countries.inOrder(language);
    }

    /** Where somebody was born whom a country's own list says to be born there. Empty for France, which needs a place. */
    public Optional<BirthLocation> abroad(String country) {
        return country(country).filter(found -> !found.isFrance()).map(BirthLocation::in);
    }

    /** What somebody born in France calls the place, perhaps with its departement behind it. */
    public Resolution inFrance(String text) {
        List<String> parts = PlaceText.parts(text);
        return parts.isEmpty() ? Resolution.UNKNOWN : Resolution.of(named(parts));
    }

    /**
     * What a document prints. A document of France leaves France out, so its place without a country is in France;
     * another State's place without a country stays unknown.
     *
     * @param printed place, perhaps region and country
     * @param issuingState code of ICAO 9303-3 §5
     */
    public Resolution printed(String printed, String issuingState) {
        List<String> parts = PlaceText.parts(printed);
        if (parts.isEmpty()) {
            return Resolution.UNKNOWN;
        }
        Optional<Country> last = parts.size() > 1 ? country(parts.get(parts.size() - 1)) : Optional.empty();
        if (last.isPresent() && !last.get().isFrance()) {
            return Resolution.of(BirthLocation.in(last.get()));
        }
        if (last.isPresent()) {
            return Resolution.of(named(withoutFrance(parts)));
        }
        return issuingState.equals("FRA") ? Resolution.of(named(parts)) : Resolution.UNKNOWN;
    }

    /** {@code France} says nothing more; a territory's name may be a departement's. */
    private static List<String> withoutFrance(List<String> parts) {
        String last = parts.get(parts.size() - 1);
        return last.equals("FRANCE") || last.equals("FRA") ? parts.subList(0, parts.size() - 1) : parts;
    }

    private List<Place> named(List<String> parts) {
        String name = parts.get(0);
        Matcher district = DISTRICT.matcher(name);
        if (district.matches()) {
            int number = Integer.parseInt(district.group(2));
            return ofDistrict(district.group(1), number).map(List::of).orElse(List.of());
        }
        if (DISTRICTS.containsKey(name)) {
            return districts(name);
        }
        List<Place> found = new ArrayList<>(byName.getOrDefault(name, Map.of()).values());
        for (String part : parts.subList(1, parts.size())) {
            Departement departement = departements.get(part);
            if (departement == null) {
                return List.of();
            }
            found.removeIf(place -> !place.departement().equals(departement));
        }
        return found;
    }

    private Optional<Place> ofDistrict(String city, int number) {
        return Optional.ofNullable(byCode.get("%05d".formatted(DISTRICTS.getOrDefault(city, 0) + number)))
                .filter(place -> PlaceText.key(place.name()).startsWith(city + " "));
    }

    private List<Place> districts(String city) {
        List<Place> all = new ArrayList<>();
        for (int number = 1; number <= 20; number++) {
            ofDistrict(city, number).ifPresent(all::add);
        }
        return all;
    }

    private Departement departementOf(String code) {
        String two = code.substring(0, 2);
        Departement departement = departements.get(two.compareTo("97") >= 0 ? code.substring(0, 3) : two);
        if (departement == null) {
            throw new IllegalStateException("communes.txt names a departement that departements.txt lacks");
        }
        return departement;
    }
}
