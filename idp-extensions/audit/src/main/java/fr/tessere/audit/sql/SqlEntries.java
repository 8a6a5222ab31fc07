package fr.tessere.audit.sql;

import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.store.Waiting;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lays entries where one can search for them, once they have a place in the tree. */
public final class SqlEntries {
    /** Kind and outcome of what stood among the entries and is none: the check of the log names it. */
    private static final String UNREADABLE = "unreadable";

    private static final List<String> COLUMNS = columns();

    private final Sql sql;
    private final String log;

    public SqlEntries(Connection connection, String log) {
        this(new Sql(connection), log);
    }

    SqlEntries(Sql sql, String log) {
        this.sql = sql;
        this.log = log;
    }

    /** New rows. */
    public void write(List<Waiting> entries) throws SQLException {
        sql.insert(
                "TESSERE_AUDIT_ENTRY", COLUMNS, entries.stream().map(this::row).toList());
    }

    private @Nullable Object[] row(Waiting one) {
        Optional<Entry> entry = Entry.readable(one.text());
        List<@Nullable Object> values = new ArrayList<>();
        Collections.addAll(
                values,
                one.id().text(),
                log,
                entry.map(read -> read.at().toEpochMilli()).orElse(0L),
                entry.map(Entry::kind).orElse(UNREADABLE),
                entry.map(Entry::outcome).orElse(UNREADABLE),
                one.text());
        Columns.FIELDS
                .values()
                .forEach(name ->
                        values.add(entry.flatMap(read -> read.value(name)).orElse(null)));
        return values.toArray();
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("ID", "LOG", "ACT_TIME", "KIND", "OUTCOME", "ENTRY_TEXT"));
        columns.addAll(Columns.FIELDS.keySet());
        return List.copyOf(columns);
    }
}
