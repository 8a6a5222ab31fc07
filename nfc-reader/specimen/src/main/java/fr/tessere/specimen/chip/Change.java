package fr.tessere.specimen.chip;

import java.util.Arrays;
import java.util.Locale;

/** How an answer differs from the right one. */
enum Change {
    /** Another status, and no data. */
    STATUS,
    /** Another status behind the same data. */
    ENDING,
    /** Other data; none without a value. */
    DATA,
    /** The lowest bit of the last byte of the data changed. */
    FLIP,
    /** So many bytes of the data missing at its end. */
    DROP,
    /** Bytes behind the data. */
    EXTRA,
    /** Inside 7C: the first object has another tag. */
    TAG,
    /** Inside 7C: the first object has another value. */
    VALUE,
    /** Inside 7C: the first object has the value that the terminal just sent. */
    ECHO,
    /** Inside 7C: one more object. */
    WITH,
    /** Inside 7C: no object with this tag. */
    WITHOUT,
    /** Inside 7C: the object with the first of these two tags has the second. */
    RETAG,
    /** Where a READ BINARY asks for more than the file has: this status, with the data where it is a warning. */
    END,
    /** Under secure messaging: no object with this tag. */
    SM_WITHOUT,
    /** Under secure messaging: the lowest bit of the object with this tag changed. */
    SM_FLIP,
    /** Under secure messaging: the answer without protection. */
    SM_PLAIN,
    /** Under secure messaging: this status without protection and without data. */
    SM_STATUS,
    /** Under secure messaging: the protected answer to the command before. */
    SM_AGAIN,
    /** Under secure messaging: so many bytes missing at the end. */
    SM_DROP,
    /** The channel that was agreed on is not used: the old one goes on. */
    OLD_CHANNEL;

    static Change ofWord(String word) {
        return Arrays.stream(values())
                .filter(change ->
                        change.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no change of an answer is called " + word));
    }
}
