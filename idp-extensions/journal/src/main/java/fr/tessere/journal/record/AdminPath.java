package fr.tessere.journal.record;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where something was administered, and whom it was about. Keycloak's path holds the ids of accounts, of their credentials and of
 * sessions; they stand beside the text of it, not in it.
 *
 * @param text the path without them
 * @param person id of the account it was done to
 * @param session id of the session it was done to
 */
record AdminPath(String text, Optional<String> person, Optional<String> session) {
    /** Whichever way leads there: {@code users/ID/…}, {@code attack-detection/brute-force/users/ID}. */
    private static final Pattern PERSON = Pattern.compile("((?:.*/)?(?:users|members))/([^/]+)((?:/.*)?)");

    private static final Pattern SESSION = Pattern.compile("(sessions)/([^/]+)");
    /** A setting at a place where accounts stand otherwise: which properties accounts have. */
    private static final String PROFILE = "users/profile";
    /** What was done to the account; anything else below it is an id. */
    private static final Pattern WORD = Pattern.compile("[a-z-]{1,40}");

    /** Of an event's path. */
    static AdminPath of(String path) {
        Matcher person = PERSON.matcher(path);
        if (person.matches() && !path.equals(PROFILE)) {
            return new AdminPath(
                    person.group(1) + words(person.group(3)), Optional.of(person.group(2)), Optional.empty());
        }
        Matcher session = SESSION.matcher(path);
        return session.matches()
                ? new AdminPath(session.group(1), Optional.empty(), Optional.of(session.group(2)))
                : new AdminPath(path, Optional.empty(), Optional.empty());
    }

    private static String words(String rest) {
        return Arrays.stream(rest.split("/"))
                .skip(1)
                .takeWhile(part -> WORD.matcher(part).matches())
                .map(word -> "/" + word)
                .collect(Collectors.joining());
    }
}
