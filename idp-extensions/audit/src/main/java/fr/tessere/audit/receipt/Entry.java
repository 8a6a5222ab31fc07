package fr.tessere.audit.receipt;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One act, as the log keeps it. Its bytes are lines of UTF-8, each a name, a space, a value and a line feed: version, id, time,
 * log, kind, outcome, then the fields by name.
 *
 * @param id names it
 * @param at when, to the millisecond
 * @param log whose log: the id of a realm
 * @param kind what was done, a word
 * @param outcome {@code done}, or the code of the refusal
 * @param fields facts, sorted by name; those of one name in their order
 */
public record Entry(EntryId id, Instant at, String log, String kind, String outcome, List<Field> fields) {
    /** The outcome of an act that was not refused. */
    public static final String DONE = "done";
    /** Longest form, characters: as many as the table holds. */
    public static final int LONGEST = 16_000;

    private static final String FIRST = "tessere-entry 1";
    private static final List<String> HEAD = List.of("id", "at", "log", "kind", "outcome");
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    public Entry {
        at = Instant.ofEpochMilli(at.toEpochMilli());
        fields = fields.stream().sorted(Comparator.comparing(Field::name)).toList();
        new Field("log", log);
        new Field("kind", kind);
        new Field("outcome", outcome);
        if (fields.stream().map(Field::name).anyMatch(HEAD::contains)) {
            throw new IllegalArgumentException("a field has the name of a line that every entry has");
        }
    }

    /** The first value of this name. */
    public Optional<String> value(String name) {
        return values(name).stream().findFirst();
    }

    /** All values of this name. */
    public List<String> values(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .toList();
    }

    /** The canonical form as text. */
    public String text() {
        StringBuilder text = new StringBuilder(FIRST).append('\n');
        line(text, "id", id.text());
        line(text, "at", TIME.format(at));
        line(text, "log", log);
        line(text, "kind", kind);
        line(text, "outcome", outcome);
        fields.forEach(field -> line(text, field.name(), field.value()));
        return text.toString();
    }

    /** The canonical form: what the log hashes. */
    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads the canonical form, and nothing else. */
    public static Entry of(String text) throws InvalidEntryException {
        String[] lines = text.split("\n", -1);
        if (text.length() > LONGEST || lines.length < HEAD.size() + 2 || !lines[0].equals(FIRST)) {
            throw new InvalidEntryException("an entry begins with '%s' and has six lines or more".formatted(FIRST));
        }
        try {
            List<Field> fields = new ArrayList<>();
            for (int i = HEAD.size() + 1; i < lines.length - 1; i++) {
                int space = lines[i].indexOf(' ');
                fields.add(new Field(lines[i].substring(0, Math.max(0, space)), lines[i].substring(space + 1)));
            }
            Entry entry = new Entry(
                    new EntryId(head(lines, 0)),
                    Instant.parse(head(lines, 1)),
                    head(lines, 2),
                    head(lines, 3),
                    head(lines, 4),
                    fields);
            if (entry.text().equals(text)) {
                return entry;
            }
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new InvalidEntryException("a line of the entry is not of its form");
        }
        throw new InvalidEntryException("the entry is not in its canonical form");
    }

    /** The same where what cannot be read is passed over: the check of the log names it. */
    public static Optional<Entry> readable(String text) {
        try {
            return Optional.of(of(text));
        } catch (InvalidEntryException spoilt) {
            return Optional.empty();
        }
    }

    private static String head(String[] lines, int number) {
        String prefix = HEAD.get(number) + " ";
        String line = lines[number + 1];
        if (!line.startsWith(prefix)) {
            throw new IllegalArgumentException("line %d begins with '%s'".formatted(number + 2, prefix));
        }
        return line.substring(prefix.length());
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(' ').append(value).append('\n');
    }
}
