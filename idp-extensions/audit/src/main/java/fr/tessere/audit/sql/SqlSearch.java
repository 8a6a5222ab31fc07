package fr.tessere.audit.sql;

import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.receipt.EntryId;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Finds entries by the columns that repeat their texts. An entry whose text cannot be read is passed over: the export names it. */
public final class SqlSearch {
    /** Most entries of one answer. */
    public static final int MOST = 200;
    /** Most entries of one document, which has no second page: a year of daily use. */
    public static final int MOST_OF_DOCUMENT = 2_000;

    private static final String SELECT_TEXT = "SELECT ENTRY_TEXT FROM TESSERE_AUDIT_ENTRY";
    private static final String SELECT = SELECT_TEXT + " WHERE LOG = ?";
    private static final String NEWEST_FIRST = " ORDER BY ACT_TIME DESC, ID DESC LIMIT " + MOST;
    private static final int AT_ONCE = 100;
    /** A reading ends well before this. */
    private static final Duration READING = Duration.ofMinutes(30);

    private final Sql sql;
    private final SqlLog texts;
    private final String log;

    public SqlSearch(Connection connection, String log) {
        this.sql = Sql.ofQuestions(connection);
        this.texts = new SqlLog(connection, log);
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
        List<Object> values = new ArrayList<>();
        String where = where(query, values);
        return entries(SELECT_TEXT + where + NEWEST_FIRST, values);
    }

    /**
     * The newest entries of this query that come behind this one, where another page ended. The time bounds what the index
     * is read for, however many pages were turned; entries of the same millisecond have the order of their ids.
     */
    public List<Entry> find(Query query, Entry last) {
        List<Object> values = new ArrayList<>();
        String where = where(query, values);
        values.addAll(List.of(
                last.at().toEpochMilli(), last.at().toEpochMilli(), last.id().text()));
        return entries(SELECT_TEXT + where + " AND ACT_TIME <= ? AND (ACT_TIME < ? OR ID < ?)" + NEWEST_FIRST, values);
    }

    /** True if no more than so many entries answer this query. */
    public boolean hasAtMost(int most, Query query) {
        List<Object> values = new ArrayList<>();
        String where = where(query, values);
        return sql.unchecked(() -> sql.one(
                        "SELECT COUNT(*) FROM (SELECT 1 FROM TESSERE_AUDIT_ENTRY" + where + " LIMIT " + (most + 1)
                                + ") F",
                        row -> row.getLong(1) <= most,
                        values.toArray()))
                .orElse(true);
    }

    /** All entries of this query, oldest first, one by one; at most so many. */
    public void each(Query query, int most, Consumer<Entry> reader) {
        List<Object> values = new ArrayList<>();
        String where = where(query, values);
        sql.unchecked(() -> {
            sql.each(
                    SELECT_TEXT + where + " ORDER BY ACT_TIME, ID LIMIT " + most,
                    row -> {
                        Entry.readable(row.getString(1)).ifPresent(reader);
                        return reader;
                    },
                    values.toArray());
            return most;
        });
    }

    private String where(Query query, List<Object> values) {
        StringBuilder text = new StringBuilder(" WHERE LOG = ? AND ACT_TIME >= ? AND ACT_TIME < ?");
        values.addAll(List.of(log, query.from().toEpochMilli(), query.to().toEpochMilli()));
        query.columns().forEach((column, value) -> {
            text.append(" AND ").append(column).append(" = ?");
            values.add(value);
        });
        return text.toString();
    }

    /** The entry of this id, whether it has a place yet or waits for it; none for what is no id. */
    public Optional<Entry> entry(String id) {
        return EntryId.isOne(id) ? texts.text(id).flatMap(Entry::readable) : Optional.empty();
    }

    /** Entries of a document, by its digests of all the days that are asked for; the newest first, and no older one in the place of a newer. */
    public List<Entry> ofDocument(Collection<String> digests) {
        List<String> all = List.copyOf(digests);
        List<Entry> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            List<Object> values = new ArrayList<>(List.of(log));
            values.addAll(all.subList(i, Math.min(all.size(), i + AT_ONCE)));
            String marks = "?,".repeat(values.size() - 1);
            found.addAll(entries(
                    SELECT + " AND DOCUMENT IN (" + marks.substring(0, marks.length() - 1)
                            + ") ORDER BY ACT_TIME DESC LIMIT " + MOST_OF_DOCUMENT,
                    values));
        }
        found.sort(Comparator.comparing(Entry::at).reversed());
        return found.size() > MOST_OF_DOCUMENT ? found.subList(0, MOST_OF_DOCUMENT) : found;
    }

    /** All that belongs to the sign-in of an entry, from the opened reading to the last token, oldest first. */
    public List<Entry> around(Entry entry) {
        Map<String, Entry> found = new LinkedHashMap<>();
        found.put(entry.id().text(), entry);
        entry.value("session").ifPresent(session -> put(found, bySession(session)));
        for (Entry one : List.copyOf(found.values())) {
            one.value("receipt").flatMap(this::entry).ifPresent(evidence -> put(found, List.of(evidence)));
        }
        Set<String> asked = new HashSet<>();
        boolean grown = true;
        while (grown) {
            int before = found.size();
            for (Entry one : List.copyOf(found.values())) {
                List<String> lines = joining(one).stream().filter(asked::add).toList();
                if (!lines.isEmpty()) {
                    put(found, within(one.at(), lines));
                }
            }
            grown = found.size() > before;
        }
        return found.values().stream().sorted(Comparator.comparing(Entry::at)).toList();
    }

    private List<Entry> bySession(String session) {
        return entries(SELECT + " AND SESSION_DIGEST = ? ORDER BY ACT_TIME LIMIT " + MOST, List.of(log, session));
    }

    /** Lines that other entries of the same sign-in have: those of its reading, and those that rest on its evidence. */
    private static List<String> joining(Entry entry) {
        List<String> lines = new ArrayList<>();
        entry.value("handle").ifPresent(handle -> lines.add("handle " + handle));
        if (entry.kind().equals("evidence")) {
            lines.add("receipt " + entry.id().text());
        }
        return lines;
    }

    /** Lines that are no column are found by reading the minutes around. */
    private List<Entry> within(Instant at, List<String> lines) {
        List<Object> values = new ArrayList<>(
                List.of(log, at.minus(READING).toEpochMilli(), at.plus(READING).toEpochMilli()));
        lines.forEach(line -> values.add("%\n" + line.replace("_", "\\_").replace("%", "\\%") + "\n%"));
        String any = String.join(" OR ", Collections.nCopies(lines.size(), "ENTRY_TEXT LIKE ?"));
        return entries(
                SELECT + " AND ACT_TIME >= ? AND ACT_TIME < ? AND (" + any + ") ORDER BY ACT_TIME LIMIT " + MOST,
                values);
    }

    private static void put(Map<String, Entry> found, List<Entry> more) {
        more.forEach(one -> found.putIfAbsent(one.id().text(), one));
    }

    private List<Entry> entries(String text, List<Object> values) {
        List<Entry> entries = new ArrayList<>();
        sql.unchecked(() -> {
            sql.each(text, row -> Entry.readable(row.getString(1)).map(entries::add), values.toArray());
            return entries;
        });
        return entries;
    }
}
