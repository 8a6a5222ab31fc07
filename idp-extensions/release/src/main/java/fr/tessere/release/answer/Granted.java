package fr.tessere.release.answer;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;

/**
 * What the person agreed to release in one sign-in: a note of the client's session. Without a note a service that must ask
 * for consent gets nothing.
 *
 * @param names of claims; empty if the service need not ask
 */
public record Granted(Optional<Set<String>> names) {
    /** Name of the note. */
    public static final String NOTE = "tessere.granted";

    /** From the note of a session. */
    public static Granted of(ClientModel client, @Nullable String note) {
        if (!client.isConsentRequired()) {
            return new Granted(Optional.empty());
        }
        Set<String> names = new TreeSet<>(Arrays.asList(note == null ? new String[0] : note.split(" ")));
        names.remove("");
        return new Granted(Optional.of(names));
    }

    /** The note's text. */
    public static String note(Collection<String> names) {
        return String.join(" ", new TreeSet<>(names));
    }

    /** Those of the names that may be released. */
    Set<String> of(Set<String> asked) {
        Set<String> left = new TreeSet<>(asked);
        names.ifPresent(left::retainAll);
        return left;
    }
}
