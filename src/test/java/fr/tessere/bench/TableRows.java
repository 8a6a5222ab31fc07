package fr.tessere.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Puts many rows into an empty table, on a connection of its own, in one transaction. */
abstract class TableRows implements AutoCloseable {
    private static final int PORTION = 1 << 16;

    /** Into these columns: by PostgreSQL's own way for many rows where it is one, in batches otherwise. */
    static TableRows of(Connection connection, String table, String... columns) throws SQLException {
        connection.setAutoCommit(false);
        return connection.isWrapperFor(PGConnection.class)
                ? new Copied(connection, table, columns)
                : new Batched(connection, table, columns);
    }

    /** In batches, whatever the table holds already. */
    static TableRows batched(Connection connection, String table, String... columns) throws SQLException {
        connection.setAutoCommit(false);
        return new Batched(connection, table, columns);
    }

    /** One row, its values in the order of the columns. */
    abstract void add(@Nullable Object... values) throws SQLException;

    @Override
    public abstract void close() throws SQLException;

    private static final class Copied extends TableRows {
        private final Connection connection;
        private final CopyIn copy;
        private final ByteArrayOutputStream portion = new ByteArrayOutputStream(PORTION * 2);

        Copied(Connection connection, String table, String... columns) throws SQLException {
            this.connection = connection;
            try (var statement = connection.createStatement()) {
                // a table that this transaction emptied needs no log of PostgreSQL's own, and no vacuum
                statement.execute("TRUNCATE " + table);
            }
            copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + table + " (" + String.join(", ", columns) + ") FROM STDIN (FREEZE)");
        }

        @Override
        void add(@Nullable Object... values) throws SQLException {
            StringBuilder line = new StringBuilder();
            for (Object value : values) {
                line.append(line.length() == 0 ? "" : "\t");
                line.append(
                        value == null
                                ? "\\N"
                                : value.toString().replace("\\", "\\\\").replace("\n", "\\n"));
            }
            try {
                portion.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
            } catch (IOException impossible) {
                throw new IllegalStateException("bytes in memory", impossible);
            }
            if (portion.size() > PORTION) {
                send();
            }
        }

        private void send() throws SQLException {
            byte[] bytes = portion.toByteArray();
            copy.writeToCopy(bytes, 0, bytes.length);
            portion.reset();
        }

        @Override
        public void close() throws SQLException {
            send();
            copy.endCopy();
            connection.commit();
            connection.close();
        }
    }

    private static final class Batched extends TableRows {
        private static final int AT_ONCE = 1_000;

        private final Connection connection;
        private final PreparedStatement insert;
        private int waiting;

        Batched(Connection connection, String table, String... columns) throws SQLException {
            this.connection = connection;
            String marks = "?,".repeat(columns.length);
            insert = connection.prepareStatement("INSERT INTO " + table + " (" + String.join(", ", columns)
                    + ") VALUES (" + marks.substring(0, marks.length() - 1) + ")");
        }

        @Override
        void add(@Nullable Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.addBatch();
            if (++waiting == AT_ONCE) {
                send();
            }
        }

        private void send() throws SQLException {
            insert.executeBatch();
            waiting = 0;
        }

        @Override
        public void close() throws SQLException {
            send();
            connection.commit();
            connection.close();
        }
    }
}
