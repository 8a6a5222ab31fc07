package fr.tessere.history;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Somebody writes to H2, past the server")
class TamperedH2Test extends Tampering {
    @Override
    Connection database() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID());
    }
}
