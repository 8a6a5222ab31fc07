package fr.tessere.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Keys and indexes of PostgreSQL's tables, taken away while many rows come in, and made again as they were. */
final class SetAside {
    private static final String TABLES = "('tessere_audit_entry', 'tessere_audit_leaf', 'tessere_audit_node')";

    private final Connection connection;
    private final List<String> back;

    private SetAside(Connection connection, List<String> back) {
        this.connection = connection;
        this.back = back;
    }

    /** Nothing is taken away. */
    static SetAside none(Connection connection) {
        return new SetAside(connection, List.of());
    }

    /** Takes them away. */
    static SetAside of(Connection connection) throws SQLException {
        List<String> back = new ArrayList<>();
        for (String[] key : rows(
                connection,
                "SELECT c.relname, k.conname, pg_get_constraintdef(k.oid) FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid"
                        + " WHERE k.contype IN ('p', 'u') AND c.relname IN " + TABLES)) {
            back.add("ALTER TABLE " + key[0] + " ADD CONSTRAINT " + key[1] + " " + key[2]);
            run(connection, "ALTER TABLE " + key[0] + " DROP CONSTRAINT " + key[1]);
        }
        for (String[] index :
                rows(connection, "SELECT indexname, indexdef, '' FROM pg_indexes WHERE tablename IN " + TABLES)) {
            back.add(index[1]);
            run(connection, "DROP INDEX " + index[0]);
        }
        return new SetAside(connection, back);
    }

    void putBack() throws SQLException {
        for (String statement : back) {
            run(connection, statement);
        }
    }

    private static List<String[]> rows(Connection connection, String query) throws SQLException {
        List<String[]> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(new String[] {rows.getString(1), rows.getString(2), rows.getString(3)});
            }
        }
        return found;
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }
}
