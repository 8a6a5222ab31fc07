package fr.tessere.bench;

import fr.tessere.bench.ProcessorTime.Work;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Postgres;
import fr.tessere.server.ServerKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A server whose processor time is taken, that of its database too where this is a process of its own. */
final class MeasuredServer implements AutoCloseable {
    private final Optional<Postgres> database;
    private final KeycloakServer keycloak;

    private MeasuredServer(Optional<Postgres> database, ServerKind kind) {
        this.database = database;
        try {
            this.keycloak = KeycloakServer.start(database.map(kind::on).orElse(kind));
        } catch (RuntimeException | Error failed) {
            database.ifPresent(Postgres::close);
            throw failed;
        }
    }

    /** With the file database that Keycloak brings along. */
    static MeasuredServer onFile(ServerKind kind) {
        return new MeasuredServer(Optional.empty(), kind);
    }

    /** With a PostgreSQL of its own that waits for the disk, as it comes from Debian. */
    static MeasuredServer onPostgres(ServerKind kind) {
        Postgres own = Postgres.start("fsync=on")
                .orElseThrow(() -> new IllegalStateException("no PostgreSQL: apt-get install postgresql"));
        return new MeasuredServer(Optional.of(own), kind);
    }

    KeycloakServer keycloak() {
        return keycloak;
    }

    /** Its processor time; a database begins and ends processes as it likes. */
    ProcessorTime time() {
        return new ProcessorTime(() -> {
            List<Long> pids = new ArrayList<>(keycloak.pids());
            database.ifPresent(own -> pids.addAll(own.pids()));
            return pids;
        });
    }

    /** What of that time is not Keycloak's: the database, if it is a process of its own. */
    Set<Work> notOfKeycloak() {
        return database.isPresent() ? EnumSet.of(Work.DATABASE) : EnumSet.noneOf(Work.class);
    }

    /** For a report. */
    String databaseName() {
        return database.isPresent()
                ? "PostgreSQL, a process of its own"
                : "the file database, inside Keycloak's process";
    }

    @Override
    public void close() {
        keycloak.close();
        database.ifPresent(Postgres::close);
    }
}
