package fr.tessere.demo.procedure;

import java.util.regex.Pattern;

/** What may stand in a field of a form. */
enum Field {
    /** A name or a place: letters of any script, with what stands between them. */
    NAME("[\\p{L}\\p{M}][\\p{L}\\p{M} '’.-]{0,99}"),
    /** A line of an address. */
    LINE("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N} ,'’./-]{2,99}"),
    /** Five digits. */
    POSTCODE("[0-9]{5}"),
    /** A day, as a browser's date field sends it. */
    DAY("20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"),
    /** An e-mail address, or nothing. */
    EMAIL("(?=.{0,254}$)([^@\\s]{1,64}@[^@\\s]{1,190})?");

    private final Pattern pattern;

    Field(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    boolean holds(String text) {
        return pattern.matcher(text).matches();
    }
}
