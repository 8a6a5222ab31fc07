package fr.tessere.history;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.tessere.server.Postgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Somebody writes to PostgreSQL, past the server")
class TamperedPostgresTest extends Tampering {
    private static @Nullable Postgres postgres;

    @BeforeAll
    static void start() {
        Optional<Postgres> started = Postgres.start();
        assumeTrue(started.isPresent(), "PostgreSQL is not installed: apt-get install postgresql");
        postgres = started.orElseThrow();
    }

    @AfterAll
    static void stop() {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Override
    Connection database() throws SQLException {
        Connection connection =
                DriverManager.getConnection(Objects.requireNonNull(postgres).address(), "tessere", "");
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA public CASCADE");
            statement.execute("CREATE SCHEMA public");
        }
        return connection;
    }
}
