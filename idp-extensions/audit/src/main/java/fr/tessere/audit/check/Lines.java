package fr.tessere.audit.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Lines of a file that somebody else wrote: none longer than {@value #LONGEST} characters. */
final class Lines {
    /** An entry of the largest size in base64, with what stands before it. */
    static final int LONGEST = 70_000;

    private final BufferedReader reader;
    private long number;

    Lines(Reader reader) {
        this.reader = new BufferedReader(reader);
    }

    /** The number of the last line, from 1. */
    long number() {
        return number;
    }

    /** The next line, or null behind the last. */
    @Nullable
    String next() throws IOException, InvalidFileException {
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
            line.append((char) c);
        }
        number++;
        return line.toString();
    }

    InvalidFileException wrong(String expected) {
        return new InvalidFileException(number, expected);
    }
}
