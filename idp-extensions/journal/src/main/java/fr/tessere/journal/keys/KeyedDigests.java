package fr.tessere.journal.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.keycloak.models.KeycloakSession;

/**
 * Names people and documents without naming them: HMAC-SHA-256 under a key of the month, over the day, cut to 16 bytes. What one
 * person did on two days cannot be joined without the key; once the key is gone, it can be traced back to nobody.
 */
public final class KeyedDigests {
    private static final String HMAC = "HmacSHA256";
    private static final int LENGTH = 16;
    /** Keys live no longer than 36 months. */
    private static final int DAYS = 1_100;

    private final MonthKeys keys;

    public KeyedDigests(MonthKeys keys) {
        this.keys = keys;
    }

    /** What is named. */
    public enum Kind {
        /** An account. */
        PERSON("person"),
        /** An identity document. */
        DOCUMENT("document"),
        /** An account whose holder compares people with their documents. */
        AGENT("agent"),
        /** A network: the first 24 bits of an IPv4 address, the first 48 of an IPv6 address. */
        NETWORK("network"),
        /** What an officer wrote; the words themselves stand elsewhere. */
        REASON("reason");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The line of an entry. */
        public String word() {
            return word;
        }
    }

    /** The digest for this day, 22 characters. The key of the month is made if there is none yet. */
    public String digest(
            KeycloakSession session, String log, Retention retention, Kind kind, String value, Instant at) {
        return digest(keys.key(session, log, retention, at), kind, value, at);
    }

    /** The digests that a document has on each day of the months whose keys are still there, up to a day. */
    public List<String> ofAllDays(
            KeycloakSession session, String log, Retention retention, Kind kind, String value, Instant to) {
        return ofAllDays(day -> keys.present(session, log, retention, day), kind, value, to);
    }

    /** The same with keys by an instant of their month. */
    static List<String> ofAllDays(Function<Instant, Optional<byte[]>> keys, Kind kind, String value, Instant to) {
        Map<String, Optional<byte[]>> months = new HashMap<>();
        List<String> digests = new ArrayList<>();
        for (int days = 0; days < DAYS; days++) {
            Instant day = to.minus(Duration.ofDays(days));
            months.computeIfAbsent(MonthKeys.month(day), month -> keys.apply(day))
                    .ifPresent(key -> digests.add(digest(key, kind, value, day)));
        }
        return digests;
    }

    static String digest(byte[] key, Kind kind, String value, Instant at) {
        String day = DateTimeFormatter.ISO_LOCAL_DATE.format(at.atOffset(ZoneOffset.UTC));
        // no word and no day has a space
        byte[] message = (kind.word() + " " + day + " " + value).getBytes(StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac.doFinal(message), LENGTH));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + HMAC, impossible);
        }
    }
}
