package fr.tessere.audit.sql;

import fr.tessere.audit.receipt.Entry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Puts entries where they wait for their places in the tree. */
public final class SqlWaiting {
    private static final List<String> COLUMNS = List.of("ID", "LOG", "ACT_TIME", "ENTRY_TEXT");

    private final Sql sql;

    public SqlWaiting(Connection connection) {
        this.sql = new Sql(connection);
    }

    /** New rows: in one statement if their number is a power of two, up to 64. */
    public void write(List<Entry> entries) throws SQLException {
        sql.insert(
                "TESSERE_AUDIT_WAITING",
                COLUMNS,
                entries.stream()
                        .map(entry -> new Object[] {
                            entry.id().text(), entry.log(), entry.at().toEpochMilli(), entry.text()
                        })
                        .toList());
    }
}
