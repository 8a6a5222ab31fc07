package fr.tessere.citizen.recovery;

import fr.tessere.keycloak.settings.Secret;
import fr.tessere.protocol.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/** A number of 8 digits that was sent by e-mail: as a digest in the browser's own session, three tries in all of its tabs. */
final class MailedNumber {
    private static final String NOTE = "tessere.number";
    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final int TRIES = 3;

    private final KeycloakSession session;
    private final AuthenticationSessionModel browser;
    private final Bytes key;

    MailedNumber(KeycloakSession session, AuthenticationSessionModel browser, Secret secret) {
        this.session = session;
        this.browser = browser;
        key = secret.key("tessere mailed number");
    }

    /** A new number; an earlier one counts no more. */
    String next(SecureRandom random, Instant at) {
        String number = "%08d".formatted(random.nextInt(100_000_000));
        browser.setAuthNote(NOTE, digest(number) + " " + at.plus(LIFETIME).getEpochSecond());
        return number;
    }

    /** True if a number was sent and counts still. */
    boolean waits(Instant at) {
        return note().filter(parts -> at.getEpochSecond() < Long.parseLong(parts[1]))
                .isPresent();
    }

    /** True if this is the number; a try is taken before it is looked at, right or wrong. */
    boolean isRight(String number, Instant at) {
        Optional<String[]> sent = note().filter(parts -> at.getEpochSecond() < Long.parseLong(parts[1]));
        boolean right = sent.isPresent() && taken(sent.get()[0]) && sent.get()[0].equals(digest(number));
        if (right) {
            browser.removeAuthNote(NOTE);
        }
        return right;
    }

    private boolean taken(String digest) {
        for (int i = 0; i < TRIES; i++) {
            if (session.singleUseObjects().putIfAbsent("tessere.number." + digest + "." + i, LIFETIME.toSeconds())) {
                return true;
            }
        }
        return false;
    }

    private String digest(String number) {
        String text = browser.getParentSession().getId() + " " + number;
        return Secret.digest(key, Bytes.of(text.getBytes(StandardCharsets.UTF_8)))
                .toHex();
    }

    private Optional<String[]> note() {
        @Nullable String note = browser.getAuthNote(NOTE);
        return note == null ? Optional.empty() : Optional.of(note.split(" ", 2));
    }
}
