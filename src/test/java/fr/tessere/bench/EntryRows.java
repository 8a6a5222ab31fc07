package fr.tessere.bench;

import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.sql.Columns;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of the table of entries, with the columns that repeat an entry's text. */
final class EntryRows {
    private static final String TABLE = "TESSERE_AUDIT_ENTRY";

    private EntryRows() {}

    /** Of an empty table. */
    static TableRows of(Connection connection) throws SQLException {
        return TableRows.of(connection, TABLE, columns());
    }

    /** Some more, as a server writes them. The connection ends with them. */
    static void insert(Connection connection, List<Entry> entries) throws SQLException {
        try (TableRows rows = TableRows.batched(connection, TABLE, columns())) {
            for (Entry entry : entries) {
                add(rows, entry);
            }
        }
    }

    private static String[] columns() {
        List<String> columns = new ArrayList<>(List.of("ID", "LOG", "ACT_TIME", "KIND", "OUTCOME", "ENTRY_TEXT"));
        columns.addAll(Columns.FIELDS.keySet());
        return columns.toArray(new String[0]);
    }

    static void add(TableRows rows, Entry entry) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(List.of(
                entry.id().text(),
                entry.log(),
                entry.at().toEpochMilli(),
                entry.kind(),
                entry.outcome(),
                entry.text()));
        Columns.FIELDS.values().forEach(name -> values.add(entry.value(name).orElse(null)));
        rows.add(values.toArray());
    }
}
