package fr.tessere.claims.places;

/**
 * Where somebody was born, as the claims {@code birthplace} and {@code birthcountry} say it. Never printed.
 *
 * @param birthplace code of the place; empty for whoever was not born in France
 * @param birthcountry code of the country
 */
public record BirthLocation(String birthplace, String birthcountry) {
    public BirthLocation {
        if (birthplace.isEmpty() == birthcountry.equals(Country.FRANCE)) {
            throw new IllegalArgumentException("a place in France has a code, and no other place has one");
        }
    }

    /** In France. */
    static BirthLocation in(Place place) {
        return new BirthLocation(place.code(), Country.FRANCE);
    }

    /** Abroad; France needs a {@link Place}. */
    static BirthLocation in(Country country) {
        return new BirthLocation("", country.code());
    }

    @Override
    public String toString() {
        return "BirthLocation[hidden]";
    }
}
