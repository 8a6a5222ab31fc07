package fr.tessere.audit.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements over one connection, whose transaction belongs to the caller. */
final class Sql {
    private static final int FETCH = 1_000;

    private final Connection connection;

    Sql(Connection connection) {
        this.connection = connection;
    }

    /**
     * For questions whose values decide how they are answered best: PostgreSQL is kept from one plan for all of them, which it
     * otherwise makes of a statement that comes often, until the transaction ends.
     */
    static Sql ofQuestions(Connection connection) {
        Sql sql = new Sql(connection);
        sql.unchecked(() -> {
            if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
                sql.update("SET LOCAL plan_cache_mode = force_custom_plan");
            }
            return sql;
        });
        return sql;
    }

    /** Reads a row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What may fail. */
    interface Work<T> {
        T run() throws SQLException;
    }

    <T> List<T> list(String text, Row<T> each, Object... values) throws SQLException {
        List<T> found = new ArrayList<>();
        each(text, row -> found.add(each.read(row)), values);
        return found;
    }

    <T> Optional<T> one(String text, Row<T> each, Object... values) throws SQLException {
        return list(text, each, values).stream().findFirst();
    }

    /** Row by row, however many there are. */
    void each(String text, Row<?> each, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            statement.setFetchSize(FETCH);
            fill(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    each.read(rows);
                }
            }
        }
    }

    int update(String text, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            fill(statement, values);
            return statement.executeUpdate();
        }
    }

    void batch(String text, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (Object[] row : rows) {
                fill(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    <T> T unchecked(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException broken) {
            throw new LogTablesException(broken);
        }
    }

    private static void fill(PreparedStatement statement, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
