package fr.tessere.audit.sql;

import fr.tessere.audit.receipt.Entry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes entries, inside the transaction of the act that they tell of. */
public final class SqlEntries {
    private static final String APPEND =
            "INSERT INTO TESSERE_AUDIT_ENTRY (ID, LOG, ACT_TIME, KIND, OUTCOME, ENTRY_TEXT, "
                    + String.join(", ", Columns.FIELDS.keySet()) + ") VALUES (?, ?, ?, ?, ?, ?"
                    + String.join("", Collections.nCopies(Columns.FIELDS.size(), ", ?")) + ")";

    private final Sql sql;

    public SqlEntries(Connection connection) {
        this.sql = new Sql(connection);
    }

    /** Takes effect with the transaction, or not at all. */
    public void write(Entry entry) throws SQLException {
        sql.update(APPEND, values(entry));
    }

    private static @Nullable Object[] values(Entry entry) {
        List<@Nullable Object> values = new ArrayList<>();
        Collections.addAll(
                values,
                entry.id().text(),
                entry.log(),
                entry.at().toEpochMilli(),
                entry.kind(),
                entry.outcome(),
                entry.text());
        Columns.FIELDS.values().forEach(name -> values.add(entry.value(name).orElse(null)));
        return values.toArray();
    }
}
