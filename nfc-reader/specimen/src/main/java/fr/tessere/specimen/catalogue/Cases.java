package fr.tessere.specimen.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All cases of the catalogue. The tables are written once, in {@code src/test/resources/catalogue}: the first line names
 * the columns, semicolons part them, no cell holds one.
 */
public final class Cases {
    static final String COLUMNS = "id;tests;section;base;wrong;made;expected;seen;note";

    private Cases() {}

    /** Every case, family by family. */
    public static List<Case> all() {
        return Once.ALL;
    }

    /** The cases of one family. */
    public static List<Case> of(Family family) {
        return all().stream().filter(row -> row.family() == family).toList();
    }

    /** The case with this id. */
    public static Optional<Case> named(String id) {
        return all().stream().filter(row -> row.id().equals(id)).findFirst();
    }

    private static final class Once {
        private static final List<Case> ALL = read();
    }

    private static List<Case> read() {
        List<Case> all = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Family family : Family.values()) {
            for (Case row : table(family)) {
                if (!ids.add(row.id())) {
                    throw new IllegalArgumentException("two cases are called " + row.id());
                }
                all.add(row);
            }
        }
        return List.copyOf(all);
    }

    private static List<Case> table(Family family) {
        List<String> lines = lines(family.word() + ".csv");
        if (lines.isEmpty() || !lines.get(0).equals(COLUMNS)) {
            throw new IllegalArgumentException(family.word() + ".csv does not begin with " + COLUMNS);
        }
        return lines.stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> row(family, line))
                .toList();
    }

    private static Case row(Family family, String line) {
        String[] cells = line.split(";", -1);
        if (cells.length != COLUMNS.split(";").length) {
            throw new IllegalArgumentException(
                    "%s.csv: %d cells in the row %s".formatted(family.word(), cells.length, cells[0]));
        }
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i].strip();
        }
        List<String> tests = cells[1].isEmpty() ? List.of() : Arrays.asList(cells[1].split(" +"));
        return new Case(
                family,
                cells[0],
                tests,
                cells[2],
                cells[3],
                cells[4],
                FaultWord.all(cells[5]),
                Expected.of(cells[6]),
                Seen.of(cells[7]),
                cells[8]);
    }

    private static List<String> lines(String name) {
        try (InputStream file = Cases.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalArgumentException("there is no " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
