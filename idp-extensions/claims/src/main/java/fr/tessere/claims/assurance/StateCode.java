package fr.tessere.claims.assurance;

/**
 * A State in a claim. OpenID Connect for Identity Assurance takes two or three letters, ICAO 9303-3 §5 has one code of one
 * letter.
 */
public final class StateCode {
    private StateCode() {}

    /** The code of ICAO 9303-3 §5, and {@code DEU} for {@code D}. */
    public static String of(String printed) {
        return printed.equals("D") ? "DEU" : printed;
    }
}
