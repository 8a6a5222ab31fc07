package fr.tessere.journal.record;

import java.util.ArrayList;
import java.util.List;

/** What changed, a line for each property: {@code name: before -> after}, as many as one entry takes. */
final class ChangeLines {
    /** What stands where there is no value. */
    static final String NOTHING = "-";

    /** Characters of the changes of one entry; what goes beyond says so. */
    private static final int LONGEST = 10_000;
    /** Characters of one property's value. */
    private static final int VALUE = 200;

    private final List<String> lines = new ArrayList<>();
    private int length;

    void add(String name, String before, String after) {
        take(name + ": " + cut(before) + " -> " + cut(after));
    }

    /** Only that it changed. */
    void secret(String name) {
        take(name + ": changed");
    }

    List<String> all() {
        return List.copyOf(lines);
    }

    private void take(String line) {
        if (length > LONGEST) {
            return;
        }
        length += line.length();
        lines.add(length > LONGEST ? "and more" : line);
    }

    /** Both sides of a change are to be seen, however long they are; a digest in the entry holds the whole. */
    private static String cut(String value) {
        return value.length() > VALUE ? value.substring(0, VALUE) + "\u2026" : value;
    }
}
