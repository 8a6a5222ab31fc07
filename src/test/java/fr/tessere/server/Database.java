package fr.tessere.server;

import java.util.List;

/**
 * Where a server of this run keeps its data.
 *
 * @param name as Keycloak's build calls it
 * @param options of each start
 */
record Database(String name, List<String> options) {
    /** The file that Keycloak brings along, opened as {@code src/main/bin/lib/server.sh} opens it. */
    static final Database FILE =
            new Database("dev-file", List.of("--db-url-properties=;QUERY_CACHE_SIZE=100", "--db-pool-max-lifetime=1m"));

    /** A PostgreSQL of this run, which asks nobody for a password. */
    static Database of(Postgres server) {
        return new Database(
                "postgres",
                List.of("--db-url=" + server.address(), "--db-username=tessere", "--db-password=none-needed"));
    }
}
