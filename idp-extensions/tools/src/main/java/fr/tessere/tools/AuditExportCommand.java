package fr.tessere.tools;

import fr.tessere.audit.sql.LogTablesException;
import fr.tessere.audit.sql.SqlLog;
import fr.tessere.audit.sql.SqlStore;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes the log out of the database, past the server: {@code tessere audit export}. */
@Command(name = "export", sortOptions = false)
final class AuditExportCommand implements Callable<Integer> {
    private final Surroundings here;

    @Option(names = "--database", paramLabel = "JDBC-URL", required = true)
    private @Nullable String database;

    @Option(names = "--user", paramLabel = "NAME", defaultValue = "")
    private String user = "";

    @Option(names = "--password-file", paramLabel = "FILE")
    private @Nullable Path passwordFile;

    @Option(names = "--log", paramLabel = "ID")
    private @Nullable String log;

    @Option(names = "--out", paramLabel = "FILE", required = true)
    private @Nullable Path out;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    AuditExportCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() throws IOException {
        try (Connection connection = DriverManager.getConnection(Objects.requireNonNull(database), user, password())) {
            // rows come in portions, and all of one moment
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            String asked = log;
            List<String> logs = SqlStore.logs(connection);
            if (asked == null || !logs.contains(asked)) {
                here.complain(here.texts().say("audit.logs", String.join(", ", logs)));
                return ToolsCommand.WRONG_USE;
            }
            try (Writer to = Files.newBufferedWriter(Objects.requireNonNull(out), StandardCharsets.UTF_8)) {
                new SqlLog(connection, asked).export(to);
            }
            here.say(here.texts().say("audit.exported", Objects.requireNonNull(out)));
            return ToolsCommand.DONE;
        } catch (SQLException | LogTablesException broken) {
            here.complain(
                    here.texts().say("audit.no-database", broken.getClass().getSimpleName()));
            return ToolsCommand.REFUSED;
        }
    }

    private String password() {
        Path file = passwordFile;
        if (file == null) {
            return "";
        }
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw common.wrongUse(here.texts().say("unreadable", file));
        }
    }
}
