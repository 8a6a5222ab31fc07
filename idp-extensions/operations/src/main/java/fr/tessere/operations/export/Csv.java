package fr.tessere.operations.export;

import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.receipt.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Entries as RFC 4180: every cell in quotes, lines end with CR and LF. A cell that a spreadsheet would compute begins with an
 * apostrophe instead: what strangers wrote into an entry must not run on an officer's machine.
 */
final class Csv {
    private static final List<String> FIELDS =
            List.of("client", "level", "country", "person", "document", "session", "receipt", "handle");
    private static final Set<String> PLACED = Set.copyOf(FIELDS);
    private static final String END = "\r\n";
    private static final String COMPUTED = "=+-@\t\r";

    static final String HEAD = row(head());

    private Csv() {}

    static String line(Entry entry) {
        List<String> cells =
                new ArrayList<>(List.of(entry.id().text(), entry.at().toString(), entry.kind(), entry.outcome()));
        FIELDS.forEach(name -> cells.add(entry.value(name).orElse("")));
        cells.add(entry.fields().stream()
                .filter(field -> !PLACED.contains(field.name()))
                .map(Csv::words)
                .collect(Collectors.joining("; ")));
        return row(cells);
    }

    private static List<String> head() {
        List<String> names = new ArrayList<>(List.of("id", "at", "kind", "outcome"));
        names.addAll(FIELDS);
        names.add("facts");
        return names;
    }

    private static String words(Field field) {
        return field.name() + " " + field.value();
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", END));
    }

    /** Full-width signs are computed by some spreadsheets as well. */
    static String cell(String value) {
        String first = value.isEmpty() ? "" : value.substring(0, 1);
        boolean computed = !first.isEmpty() && (COMPUTED + "\uFF1D\uFF0B\uFF0D\uFF20").contains(first);
        return '"' + (computed ? "'" : "") + value.replace("\"", "\"\"") + '"';
    }
}
