package fr.tessere.claims.places;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A list that is delivered beside these classes: one record a line, lines with a number sign say where it is from. */
final class DataFile {
    private DataFile() {}

    /** The records, split at the first {@code columns - 1} spaces. */
    static List<String[]> read(String name, int columns) {
        try (InputStream in = Objects.requireNonNull(DataFile.class.getResourceAsStream(name), name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", columns))
                    .toList();
        } catch (IOException damaged) {
            throw new UncheckedIOException(name, damaged);
        }
    }
}
