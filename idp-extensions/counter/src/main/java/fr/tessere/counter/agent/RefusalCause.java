package fr.tessere.counter.agent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why an agent does not confirm. */
enum RefusalCause {
    /** The picture is not of this person, or one cannot tell. */
    PICTURE,
    /** The document does not look real, or is damaged. */
    DOCUMENT,
    /** What the chip says and what is printed differ. */
    DATA,
    /** The person went away, or did not want to. */
    PERSON;

    /** The word in forms and in texts. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The outcome of the entry in the log. */
    String outcome() {
        return "refused-" + word();
    }

    static Optional<RefusalCause> ofWord(String word) {
        return Arrays.stream(values())
                .filter(cause -> cause.word().equals(word))
                .findFirst();
    }
}
