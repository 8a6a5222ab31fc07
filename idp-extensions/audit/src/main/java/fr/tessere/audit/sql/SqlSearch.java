package fr.tessere.audit.sql;

import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.receipt.InvalidEntryException;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds entries by the columns that repeat their texts. An entry whose text cannot be read is passed over: the export names it. */
public final class SqlSearch {
    /** Most entries of one answer. */
    public static final int MOST = 200;

    private static final String SELECT = "SELECT ENTRY_TEXT FROM TESSERE_AUDIT_ENTRY WHERE LOG = ?";
    private static final int AT_ONCE = 100;
    /** A reading ends well before this. */
    private static final Duration READING = Duration.ofMinutes(30);

    private final Sql sql;
    private final String log;

    public SqlSearch(Connection connection, String log) {
        this.sql = new Sql(connection);
        this.log = log;
    }

    /**
     * What is looked for; empty texts for anything.
     *
     * @param from not before
     * @param to before
     * @param columns name of a column to its value
     */
    public record Query(Instant from, Instant to, Map<String, String> columns) {
        public Query {
            columns = new LinkedHashMap<>(columns);
            columns.values().removeIf(String::isEmpty);
            if (!Columns.SEARCHED.containsAll(columns.keySet())) {
                throw new IllegalArgumentException("no such column");
            }
        }
    }

    /** The newest entries of this query. */
    public List<Entry> find(Query query) {
        StringBuilder text = new StringBuilder(SELECT).append(" AND ACT_TIME >= ? AND ACT_TIME < ?");
        List<Object> values = new ArrayList<>(
                List.of(log, query.from().toEpochMilli(), query.to().toEpochMilli()));
        query.columns().forEach((column, value) -> {
            text.append(" AND ").append(column).append(" = ?");
            values.add(value);
        });
        return entries(
                text.append(" ORDER BY ACT_TIME DESC LIMIT ").append(MOST).toString(), values);
    }

    /** The entry of this id. */
    public Optional<Entry> entry(String id) {
        return entries(SELECT + " AND ID = ?", List.of(log, id)).stream().findFirst();
    }

    /** Entries of a document, by its digests of all the days that are asked for; newest first. */
    public List<Entry> ofDocument(Collection<String> digests) {
        List<String> all = List.copyOf(digests);
        List<Entry> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            List<Object> values = new ArrayList<>(List.of(log));
            values.addAll(all.subList(i, Math.min(all.size(), i + AT_ONCE)));
            String marks = "?,".repeat(values.size() - 1);
            found.addAll(entries(
                    SELECT + " AND DOCUMENT IN (" + marks.substring(0, marks.length() - 1)
                            + ") ORDER BY ACT_TIME DESC LIMIT " + MOST,
                    values));
        }
        found.sort(Comparator.comparing(Entry::at).reversed());
        return found;
    }

    /** All that belongs to the sign-in of an entry, from the opened reading to the last token, oldest first. */
    public List<Entry> around(Entry entry) {
        Map<String, Entry> found = new LinkedHashMap<>();
        found.put(entry.id().text(), entry);
        entry.value("session").ifPresent(session -> put(found, bySession(session)));
        for (Entry one : List.copyOf(found.values())) {
            one.value("receipt").flatMap(this::entry).ifPresent(evidence -> put(found, List.of(evidence)));
        }
        for (Entry one : List.copyOf(found.values())) {
            one.value("handle").ifPresent(handle -> put(found, byHandle(handle, one.at())));
        }
        for (Entry one : List.copyOf(found.values())) {
            if (one.kind().equals("evidence")) {
                put(found, byReceipt(one));
            }
        }
        return found.values().stream().sorted(Comparator.comparing(Entry::at)).toList();
    }

    private List<Entry> bySession(String session) {
        return entries(SELECT + " AND SESSION_DIGEST = ? ORDER BY ACT_TIME LIMIT " + MOST, List.of(log, session));
    }

    private List<Entry> byHandle(String handle, Instant at) {
        return within(at, "handle " + handle);
    }

    private List<Entry> byReceipt(Entry evidence) {
        return within(evidence.at(), "receipt " + evidence.id().text());
    }

    /** Lines that are no column are found by reading the minutes around. */
    private List<Entry> within(Instant at, String line) {
        return entries(
                SELECT + " AND ACT_TIME >= ? AND ACT_TIME < ? AND ENTRY_TEXT LIKE ? ORDER BY ACT_TIME LIMIT " + MOST,
                List.of(
                        log,
                        at.minus(READING).toEpochMilli(),
                        at.plus(READING).toEpochMilli(),
                        "%\n" + line.replace("_", "\\_").replace("%", "\\%") + "\n%"));
    }

    private static void put(Map<String, Entry> found, List<Entry> more) {
        more.forEach(one -> found.putIfAbsent(one.id().text(), one));
    }

    private List<Entry> entries(String text, List<Object> values) {
        List<Entry> entries = new ArrayList<>();
        sql.unchecked(() -> {
            sql.each(text, row -> read(row.getString(1)).map(entries::add), values.toArray());
            return entries;
        });
        return entries;
    }

    private static Optional<Entry> read(String text) {
        try {
            return Optional.of(Entry.of(text));
        } catch (InvalidEntryException spoilt) {
            return Optional.empty();
        }
    }
}
