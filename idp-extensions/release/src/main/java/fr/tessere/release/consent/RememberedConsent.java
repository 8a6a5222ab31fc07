package fr.tessere.release.consent;

import fr.tessere.release.answer.Granted;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;

/** Answers of the past, in the account: names of claims, and until when; no values. */
final class RememberedConsent {
    /** For how long an answer holds. */
    static final Duration LIFE = Duration.ofDays(180);

    private static final String PREFIX = "tessere.consent.";

    private RememberedConsent() {}

    /** What was agreed to, if the same was asked and the answer still holds. */
    static Optional<Set<String>> find(UserModel account, ClientModel client, Set<String> asked, Instant at) {
        String[] parts = Optional.ofNullable(account.getFirstAttribute(PREFIX + client.getId()))
                .orElse("")
                .split("\\|", -1);
        if (parts.length != 3 || !parts[1].equals(Granted.note(asked))) {
            return Optional.empty();
        }
        Instant until = Instant.ofEpochSecond(Long.parseLong(parts[0]));
        Set<String> agreed = new TreeSet<>(Arrays.asList(parts[2].split(" ")));
        agreed.remove("");
        return at.isBefore(until) ? Optional.of(agreed) : Optional.empty();
    }

    static void keep(UserModel account, ClientModel client, Set<String> asked, Set<String> agreed, Instant at) {
        String text = String.join(
                "|", Long.toString(at.plus(LIFE).getEpochSecond()), Granted.note(asked), Granted.note(agreed));
        account.setSingleAttribute(PREFIX + client.getId(), text);
    }
}
