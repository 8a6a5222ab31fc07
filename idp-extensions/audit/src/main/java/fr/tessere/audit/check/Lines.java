package fr.tessere.audit.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a file that somebody else wrote: none longer than {@value #LONGEST} characters, and nothing in them that a terminal would obey
 * or not show, since what is found in them is repeated to people.
 */
final class Lines {
    /** An entry of the largest size in base64, with what stands before it. */
    static final int LONGEST = 70_000;
    /** What stands for bytes that are no text. */
    private static final int NO_CHARACTER = 0xFFFD;

    private final BufferedReader reader;
    private long number;

    Lines(Reader reader) {
        this.reader = new BufferedReader(reader);
    }

    /** The number of the line that was asked for last, from 1. */
    long number() {
        return number;
    }

    /** The next line, or null behind the last. */
    @Nullable
    String next() throws IOException, InvalidFileException {
        number++;
        StringBuilder line = new StringBuilder();
        for (int c = reader.read(); c != '\n'; c = reader.read()) {
            if (c < 0) {
                if (line.isEmpty()) {
                    return null;
                }
                throw wrong("the last line has no line feed: the file is not whole");
            }
            if (line.length() == LONGEST) {
                throw wrong("a line has at most %d characters".formatted(LONGEST));
            }
            if (!isSeen(c)) {
                throw wrong("a line holds characters that can be seen, and ends with a line feed alone");
            }
            line.append((char) c);
        }
        return line.toString();
    }

    private static boolean isSeen(int c) {
        return !Character.isISOControl(c)
                && switch (Character.getType(c)) {
                    case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
                    default -> c != NO_CHARACTER;
                };
    }

    InvalidFileException wrong(String expected) {
        return new InvalidFileException(number, expected);
    }
}
