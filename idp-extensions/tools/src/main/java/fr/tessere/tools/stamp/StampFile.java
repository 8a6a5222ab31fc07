package fr.tessere.tools.stamp;

import fr.tessere.audit.head.HeadReader;
import fr.tessere.tools.stamp.InvalidStampException.Cause;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A file of stamps: its first line names the log, each further one is a head and a token. */
public final class StampFile {
    private static final String FIRST = "tessere-audit-stamps 1 ";
    /** Characters of a line: a head, a token in base64. */
    private static final int LONGEST = HeadReader.LONGEST + 2 * StampReader.LARGEST;

    private StampFile() {}

    /** Appends a stamp; makes the file if there is none. */
    public static void append(Path file, String log, Stamp stamp) throws IOException, InvalidStampException {
        List<String> lines = new ArrayList<>();
        if (!Files.exists(file)) {
            lines.add(FIRST + log);
        } else if (!log(Files.readAllLines(file, StandardCharsets.US_ASCII)).equals(log)) {
            throw new InvalidStampException(Cause.OTHER_REQUEST);
        }
        lines.add(stamp.line());
        Files.write(file, lines, StandardCharsets.US_ASCII, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** All stamps of a log; one that proves nothing spoils the file. */
    public static List<Stamp> read(Path file, StampReader reader) throws IOException, InvalidStampException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
        log(lines);
        List<Stamp> stamps = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.length() > LONGEST ? new String[0] : line.split(" ", -1);
            if (words.length != 3 || !words[0].equals("stamp")) {
                throw new InvalidStampException(Cause.MALFORMED);
            }
            stamps.add(reader.read(words[1], token(words[2])));
        }
        return stamps;
    }

    /** Whose log a file is of, that was read before. */
    public static String log(Path file) throws IOException {
        return Files.readAllLines(file, StandardCharsets.US_ASCII).get(0).substring(FIRST.length());
    }

    private static String log(List<String> lines) throws InvalidStampException {
        if (lines.isEmpty() || !lines.get(0).startsWith(FIRST)) {
            throw new InvalidStampException(Cause.MALFORMED);
        }
        return lines.get(0).substring(FIRST.length());
    }

    private static byte[] token(String base64) throws InvalidStampException {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException none) {
            throw new InvalidStampException(Cause.MALFORMED);
        }
    }
}
