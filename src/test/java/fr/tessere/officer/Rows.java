package fr.tessere.officer;

import fr.tessere.server.Postgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

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
