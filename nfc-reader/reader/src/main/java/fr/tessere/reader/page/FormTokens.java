package fr.tessere.reader.page;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens of the forms: only who could read the page that this server made can post its form. Good until it ends. */
final class FormTokens {
    private final SecureRandom random;
    private final byte[] key = new byte[32];

    FormTokens(SecureRandom random) {
        this.random = random;
        random.nextBytes(key);
    }

    /** A secret of 32 random bytes, in 43 characters that fit a path and a cookie. */
    String secret() {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** The token of a form that does this and nothing else. */
    String of(String action) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] tag = mac.doFinal(action.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(tag);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }

    boolean fits(String token, String action) {
        return same(token, of(action));
    }

    /** Compares secrets in constant time. */
    static boolean same(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
