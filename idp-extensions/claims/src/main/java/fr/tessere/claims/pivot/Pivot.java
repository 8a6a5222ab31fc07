package fr.tessere.claims.pivot;

import fr.tessere.claims.places.BirthLocation;
import fr.tessere.verification.identity.BirthDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The identité pivot: the claims by which French administrations find a person in the civil register, each with its origin.
 * What nobody knows is left out.
 */
public final class Pivot {
    private final Map<String, Object> claims = new LinkedHashMap<>();
    private final Map<String, Origin> origins = new LinkedHashMap<>();

    private Pivot() {}

    /**
     * From the document and from what the person said.
     *
     * @param document what a State signed
     * @param declared what the person said
     */
    public static Pivot of(SignedCivilStatus document, Declared declared) {
        Pivot pivot = new Pivot();
        Origin names = document.names();
        pivot.put("family_name", document.familyName(), names);
        pivot.put("given_name", document.givenNames(), names);
        pivot.put("birthdate", birthdate(document.birthDate()), document.birth());
        pivot.put("gender", gender(document.sex()), Origin.MACHINE_READABLE_ZONE);
        pivot.putBirth(document.birthLocation(), Origin.ADDITIONAL_DETAILS);
        pivot.putBirth(declared.birth(), Origin.SELF_DECLARED);
        declared.usageName().ifPresent(name -> pivot.put("preferred_username", name, Origin.SELF_DECLARED));
        declared.email().ifPresent(email -> pivot.put("email", email, Origin.SELF_DECLARED));
        return pivot;
    }

    /** {@code YYYY-MM-DD}, {@code YYYY-MM-00} or {@code YYYY-00-00}; nothing if not even the year is known. */
    public static String birthdate(BirthDate born) {
        return born.year() == 0 ? "" : "%04d-%02d-%02d".formatted(born.year(), born.month(), born.day());
    }

    /** The claims by name. */
    public Map<String, Object> claims() {
        return Map.copyOf(claims);
    }

    /** Where each claim comes from. */
    public Map<String, Origin> origins() {
        return Map.copyOf(origins);
    }

    /** {@code X} in a document is "unspecified", for which OpenID Connect has no word. */
    private static String gender(String sex) {
        return switch (sex) {
            case "F" -> "female";
            case "M" -> "male";
            default -> "";
        };
    }

    /** What a State signed comes first and stays. An empty birthplace is an answer: not born in France. */
    private void putBirth(Optional<BirthLocation> birth, Origin origin) {
        if (birth.isPresent() && !claims.containsKey("birthcountry")) {
            claims.put("birthplace", birth.get().birthplace());
            claims.put("birthcountry", birth.get().birthcountry());
            origins.put("birthplace", origin);
            origins.put("birthcountry", origin);
        }
    }

    private void put(String name, String value, Origin origin) {
        if (!value.isBlank()) {
            claims.put(name, value);
            origins.put(name, origin);
        }
    }

    @Override
    public String toString() {
        return "Pivot" + claims.keySet();
    }
}
