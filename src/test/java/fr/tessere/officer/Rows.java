package fr.tessere.officer;

import fr.tessere.server.Postgres;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables of a running server, for somebody who writes to them past the server. */
final class Rows implements AutoCloseable {
    private final Connection connection;

    private Rows(Connection connection) {
        this.connection = connection;
    }

    static Rows of(Postgres database) throws SQLException {
        return new Rows(DriverManager.getConnection(database.address(), "tessere", "none-needed"));
    }

    /** Changes rows; how many. */
    int change(String sql, Object... places) throws SQLException {
        try (PreparedStatement statement = filled(sql, places)) {
            return statement.executeUpdate();
        }
    }

    /** The first value of the first row, as text. */
    String value(String sql, Object... places) throws SQLException {
        try (PreparedStatement statement = filled(sql, places);
                ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new AssertionError("no row");
            }
            return rows.getString(1);
        }
    }

    /** Every value of every table, behind the table's name; bytes as they read and in hex. */
    List<String> everything() throws SQLException {
        List<String> all = new ArrayList<>();
        try (ResultSet tables = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                all.addAll(valuesOf(tables.getString("TABLE_NAME")));
            }
        }
        return all;
    }

    private List<String> valuesOf(String table) throws SQLException {
        List<String> all = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM \"" + table + "\"");
                ResultSet rows = statement.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    all.add(table + ": " + text(rows.getObject(column)));
                }
            }
        }
        return all;
    }

    private static String text(@Nullable Object value) {
        return value instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8) + " "
                        + HexFormat.of().formatHex(bytes)
                : String.valueOf(value);
    }

    private PreparedStatement filled(String sql, Object... places) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < places.length; i++) {
            statement.setObject(i + 1, places[i]);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
