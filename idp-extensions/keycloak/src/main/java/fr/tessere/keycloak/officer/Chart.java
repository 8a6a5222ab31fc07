package fr.tessere.keycloak.officer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Numbers to draw, and to read: every chart is a table first.
 *
 * @param name word of its texts
 * @param rows in their order
 */
public record Chart(String name, List<Row> rows) {
    /** Length of the longest bar, in units of the drawing. */
    private static final long WIDTH = 200;

    public Chart {
        rows = List.copyOf(rows);
    }

    /**
     * One line.
     *
     * @param label what is counted; a word of ours, or text of the log
     * @param value as people read it
     * @param length of the bar, 0 to 200
     * @param link to the search that shows these, or empty
     */
    public record Row(String label, String value, long length, String link) {}

    /** Bars as long as the counts say; each links to the search with this beginning and its label behind it. */
    static Chart of(String name, Map<String, Long> counts, String search) {
        long most = Math.max(
                1, counts.values().stream().mapToLong(Long::longValue).max().orElse(1));
        List<Row> rows = new ArrayList<>();
        counts.forEach((label, count) -> rows.add(new Row(
                label,
                Long.toString(count),
                count * WIDTH / most,
                search.isEmpty()
                        ? ""
                        : search + java.net.URLEncoder.encode(label, java.nio.charset.StandardCharsets.UTF_8))));
        return new Chart(name, rows);
    }

    /** Values that are longer the longer the bar is, with a unit of their own. */
    static Chart ofValues(String name, Map<String, Long> values, String unit) {
        Chart bare = of(name, values, "");
        return new Chart(
                name,
                bare.rows().stream()
                        .map(row -> new Row(row.label(), row.value() + unit, row.length(), ""))
                        .toList());
    }
}
