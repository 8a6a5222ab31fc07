package fr.tessere.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * In what a server of this run differs from the delivered one.
 *
 * @param name of its folder, and beginning of the names of its files
 * @param pace how it keeps time
 * @param database where it keeps its data
 * @param options of its start besides
 * @param build options of its build besides
 * @param change of its folder before it is built
 */
public record ServerKind(
        String name,
        Pace pace,
        Database database,
        List<String> options,
        List<String> build,
        KeycloakHome.Change change) {
    static ServerKind delivered(Pace pace) {
        return new ServerKind("keycloak", pace, Database.FILE, List.of(), List.of(), KeycloakHome.Change.NONE);
    }

    /** As an operator starts it. */
    public static ServerKind forGood() {
        return delivered(Pace.DELIVERED);
    }

    /** As an operator starts it, in the same way, and no entry is ever put together. */
    public static ServerKind withoutLog() {
        return new ServerKind(
                "keycloak-without-log", Pace.DELIVERED, Database.FILE, List.of(), List.of(), new WithoutLog());
    }

    /** One whose traces go to this collector (OTLP over HTTP), and whose lines are objects of JSON. */
    public static ServerKind traced(URI collector) {
        return new ServerKind(
                "keycloak-traced",
                Pace.OF_TESTS,
                Database.FILE,
                List.of(
                        "--tracing-endpoint=" + collector,
                        "--tracing-protocol=http/protobuf",
                        "--log-console-output=json"),
                List.of("--tracing-enabled=true"),
                KeycloakHome.Change.NONE);
    }

    /** The same with this PostgreSQL. */
    public ServerKind on(Postgres server) {
        return new ServerKind(name + "-postgres", pace, Database.of(server), options, build, change);
    }

    /** True if its log is handed on to a collector; an operator has to ask for that. */
    boolean isCollected() {
        return pace == Pace.OF_TESTS;
    }

    /** Something of its own in what this module writes. */
    Path file(String end) {
        return Folders.target().resolve(name + end);
    }
}
