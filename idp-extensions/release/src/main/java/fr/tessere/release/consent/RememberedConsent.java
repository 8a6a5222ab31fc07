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
        return find(account, client, at)
                .filter(answer -> answer.asked().equals(Granted.note(asked)))
                .map(Answer::agreed);
    }

    /** The answer that a person gave to a service and that still holds. */
    static Optional<Answer> find(UserModel account, ClientModel client, Instant at) {
        String[] parts = Optional.ofNullable(account.getFirstAttribute(PREFIX + client.getId()))
                .orElse("")
                .split("\\|", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        Set<String> agreed = new TreeSet<>(Arrays.asList(parts[2].split(" ")));
        agreed.remove("");
        return Optional.of(new Answer(Instant.ofEpochSecond(Long.parseLong(parts[0])), parts[1], agreed))
                .filter(answer -> at.isBefore(answer.until()));
    }

    /** The answer is forgotten; false if there was none. */
    static boolean forget(UserModel account, ClientModel client) {
        boolean known = account.getFirstAttribute(PREFIX + client.getId()) != null;
        account.removeAttribute(PREFIX + client.getId());
        return known;
    }

    static void keep(UserModel account, ClientModel client, Set<String> asked, Set<String> agreed, Instant at) {
        String text = String.join(
                "|", Long.toString(at.plus(LIFE).getEpochSecond()), Granted.note(asked), Granted.note(agreed));
        account.setSingleAttribute(PREFIX + client.getId(), text);
    }

    /**
     * An answer of the past.
     *
     * @param until when it ends
     * @param asked names of the claims that were asked for, as a note
     * @param agreed names of those that may be released
     */
    record Answer(Instant until, String asked, Set<String> agreed) {}
}
