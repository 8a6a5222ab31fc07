package fr.tessere.history;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.audit.head.HeadSigner;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Who writes to the tables so that nobody can take the log away to check it is found out all the same")
class ObstructedExportTest {
    private static final int SIZE = 40;

    private final HeadSigner signer = LogTables.signer();
    private @Nullable LogTables opened;
    private String published = "";

    @BeforeEach
    void grow() throws Exception {
        LogTables tables = LogTables.made(DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID()), signer);
        opened = tables;
        tables.grow(0, SIZE);
        published = tables.published(false);
    }

    @AfterEach
    void close() throws SQLException {
        tables().close();
    }

    @Test
    @DisplayName("a place so far away that all those in front of it would fill the disk")
    void aPlaceFarAway() throws SQLException {
        tables().sql("UPDATE TESSERE_AUDIT_LEAF SET PLACE = 9000000000000000000 WHERE PLACE = 39");

        assertThat(found()).contains("inserted 39-40", "truncated 39-40");
    }

    @ParameterizedTest
    @DisplayName("a head that is no word, or that a terminal would obey")
    @ValueSource(strings = {"\u001b[2J", "two words", "\u202e", ""})
    void aHeadThatIsNone(String odd) throws SQLException {
        tables().sql("UPDATE TESSERE_AUDIT_HEAD SET JWS = ? WHERE HEAD_NUMBER = 1", odd);

        assertThat(found()).containsExactly("head-forged 0-0");
    }

    private List<String> found() {
        return tables().found(tables().export(), published);
    }

    private LogTables tables() {
        return Objects.requireNonNull(opened);
    }
}
