package fr.tessere.keycloak.reading;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person types who cannot scan: 8 letters of the 20 that make no words and are not taken for one another (RFC 8628
 * §6.1), 34.6 bits. Too few to stand alone: {@link Guesses} counts what is typed. A secret, so it is not printed.
 *
 * @param letters 8 capital letters
 */
public record ShortCode(String letters) {
    private static final String ALPHABET = "BCDFGHJKLMNPQRSTVWXZ";
    private static final int LENGTH = 8;
    /** Longest text that is looked at: a code with spaces and hyphens anywhere. */
    private static final int LONGEST = 40;

    public ShortCode {
        if (!letters.matches("[" + ALPHABET + "]{" + LENGTH + "}")) {
            throw new IllegalArgumentException("a short code has 8 letters, got " + letters.length() + " characters");
        }
    }

    /** A code that nobody knows. */
    public static ShortCode random(SecureRandom random) {
        StringBuilder letters = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new ShortCode(letters.toString());
    }

    /** The code that a person typed, in any case and with any spaces and hyphens; empty if it cannot be one. */
    public static Optional<ShortCode> typed(String text) {
        String letters =
                text.length() > LONGEST ? "" : text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return letters.matches("[" + ALPHABET + "]{" + LENGTH + "}")
                ? Optional.of(new ShortCode(letters))
                : Optional.empty();
    }

    /** For people: two groups of four. */
    public String shown() {
        return letters.substring(0, LENGTH / 2) + "-" + letters.substring(LENGTH / 2);
    }

    @Override
    public String toString() {
        return "ShortCode[hidden]";
    }
}
