package fr.tessere.audit.receipt;

import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Names one entry: 16 random bytes in base64url, 22 characters. The {@code txn} of a token is one.
 *
 * @param text those characters
 */
public record EntryId(String text) {
    private static final int BYTES = 16;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

    public EntryId {
        if (!isOne(text)) {
            throw new IllegalArgumentException("an entry's id has 22 characters of base64url");
        }
    }

    /** True for a text that could be the id of an entry. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** A new one; the generator is a secure one. */
    public static EntryId random(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new EntryId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
