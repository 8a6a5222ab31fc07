package fr.tessere.audit.receipt;

import java.util.regex.Pattern;

/**
 * One fact of an entry.
 *
 * @param name small letters, digits and hyphens, up to 40
 * @param value up to 500 characters, none of them a control character
 */
public record Field(String name, String value) {
    /** Characters of a value. */
    public static final int LENGTH = 500;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public Field {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no field has a name of this form");
        }
        if (value.isEmpty() || value.length() > LENGTH || !isPlain(value)) {
            throw new IllegalArgumentException(
                    "the value of " + name + " is empty, too long or has control characters");
        }
    }

    /** With whatever would not fit taken out of the value: somebody else chose it. */
    public static Field ofForeign(String name, String value) {
        StringBuilder plain = new StringBuilder();
        int[] points = value.codePoints().limit(LENGTH).toArray();
        for (int i = 0; i < points.length && plain.length() + Character.charCount(points[i]) <= LENGTH; i++) {
            plain.appendCodePoint(isPlain(points[i]) ? points[i] : '?');
        }
        return new Field(name, plain.isEmpty() ? "-" : plain.toString());
    }

    private static boolean isPlain(String value) {
        return value.codePoints().allMatch(Field::isPlain);
    }

    /** No control character, no line separator, no half of a surrogate pair. */
    private static boolean isPlain(int point) {
        int type = Character.getType(point);
        return type != Character.CONTROL
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.SURROGATE;
    }
}
