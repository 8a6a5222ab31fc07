package fr.tessere.audit.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Statements over one connection, whose transaction belongs to the caller. */
final class Sql {
    private static final int FETCH = 1_000;
    /** Most rows of one statement. */
    private static final int AT_ONCE = 64;

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

    int update(String text, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            fill(statement, values);
            return statement.executeUpdate();
        }
    }

    /** New rows of a table: PostgreSQL takes a quarter of the time for a row that comes with others in one statement. */
    void insert(String table, List<String> columns, List<@Nullable Object[]> rows) throws SQLException {
        String row = "(" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        String head = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ";
        inParts(rows, count -> head + String.join(", ", Collections.nCopies(count, row)));
    }

    /** Deletes the rows whose column has one of these values. */
    void delete(String table, String column, List<String> values) throws SQLException {
        String head = "DELETE FROM " + table + " WHERE " + column + " IN (";
        inParts(
                values.stream().map(value -> new @Nullable Object[] {value}).toList(),
                count -> head + String.join(", ", Collections.nCopies(count, "?")) + ")");
    }

    /** As many rows at once as a power of two, so that few different statements come of it, whose plans are kept. */
    private void inParts(List<@Nullable Object[]> rows, IntFunction<String> text) throws SQLException {
        int from = 0;
        while (from < rows.size()) {
            int count = Integer.highestOneBit(Math.min(AT_ONCE, rows.size() - from));
            List<@Nullable Object> values = new ArrayList<>();
            rows.subList(from, from + count).forEach(row -> values.addAll(Arrays.asList(row)));
            update(text.apply(count), values.toArray());
            from += count;
        }
    }

    <T> T unchecked(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException broken) {
            throw new LogTablesException(broken);
        }
    }

    private static void fill(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
