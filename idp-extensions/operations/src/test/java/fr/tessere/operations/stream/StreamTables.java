package fr.tessere.operations.stream;

import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.receipt.EntryId;
import fr.tessere.audit.receipt.Field;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;

/** The tables of the server in H2, with entries that have their places. */
final class StreamTables implements LogStream.Tables, AutoCloseable {
    static final String LOG = "realm-1";
    static final Instant AT = Instant.parse("2026-11-26T01:00:00Z");

    private final Connection connection;

    StreamTables() throws SQLException, LiquibaseException {
        connection = DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID());
        new Liquibase(
                        "META-INF/tessere-journal-changelog.xml",
                        new ClassLoaderResourceAccessor(),
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection)))
                .update(new Contexts());
        connection.setAutoCommit(true);
    }

    static Entry entry(int number) {
        return new Entry(
                new EntryId("entry%05d".formatted(number) + "A".repeat(12)),
                AT.plusSeconds(number),
                LOG,
                number % 2 == 0 ? "login" : "officer-switch",
                number % 3 == 0 ? "chip-not-original" : Entry.DONE,
                List.of(
                        new Field("client", "town-hall"),
                        new Field("check", "sod-signature successful"),
                        new Field("check", "Vérification \"é\""),
                        new Field("person", "p".repeat(22))));
    }

    void place(int from, int to) throws SQLException {
        for (int place = from; place < to; place++) {
            Entry entry = entry(place);
            sql(
                    "INSERT INTO TESSERE_AUDIT_ENTRY (ID, LOG, ACT_TIME, KIND, OUTCOME, ENTRY_TEXT) VALUES (?, ?, ?, ?, ?, ?)",
                    entry.id().text(),
                    LOG,
                    entry.at().toEpochMilli(),
                    entry.kind(),
                    entry.outcome(),
                    entry.text());
            sql(
                    "INSERT INTO TESSERE_AUDIT_LEAF (LOG, PLACE, ENTRY_ID, HASH) VALUES (?, ?, ?, '')",
                    LOG,
                    place,
                    entry.id().text());
        }
    }

    void sql(String text, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    @Override
    public <T> T in(Function<Connection, T> work) {
        return work.apply(connection);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
