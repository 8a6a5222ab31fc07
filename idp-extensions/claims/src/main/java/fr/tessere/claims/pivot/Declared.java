package fr.tessere.claims.pivot;

import fr.tessere.claims.places.BirthLocation;
import java.util.Optional;

/**
 * What the document does not say and the person said instead. Never printed.
 *
 * @param birth where born
 * @param email address of e-mail
 * @param usageName name used in daily life, for example a spouse's
 */
public record Declared(Optional<BirthLocation> birth, Optional<String> email, Optional<String> usageName) {
    /** Nothing was asked, nothing was said. */
    public static final Declared NOTHING = new Declared(Optional.empty(), Optional.empty(), Optional.empty());

    /** Characters of a name (FranceConnect's rule) and of an address of e-mail (RFC 5321 §4.5.3.1). */
    private static final int LONGEST = 256;

    public Declared {
        email.filter(text -> !isEmail(text)).ifPresent(wrong -> {
            throw new IllegalArgumentException("no address of e-mail");
        });
        usageName.filter(text -> !isName(text)).ifPresent(wrong -> {
            throw new IllegalArgumentException("no name");
        });
    }

    /** True for what can be an address of e-mail: one part, one host with a dot, no spaces. */
    public static boolean isEmail(String text) {
        return text.length() <= 254
                && text.matches("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    }

    /** True for what can be a name: letters with what stands between them. */
    public static boolean isName(String text) {
        return text.length() <= LONGEST && text.matches("\\p{L}[\\p{L}\\p{M} '’.-]*");
    }

    @Override
    public String toString() {
        return "Declared[hidden]";
    }
}
