package fr.tessere.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PostgreSQL of this run: Debian's programs, a database folder of its own that is deleted at the end, a free loopback
 * port. It refuses to run as root, so root runs it as the user {@code postgres} of its package.
 */
public final class Postgres implements AutoCloseable {
    private static final String OWNER = "postgres";
    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final int port = Ports.free();
    private final List<Object> command;
    private ChildProcess process;

    private Postgres(Path folder, Path programs, String... settings) throws IOException {
        this.folder = folder;
        if (isRoot()) {
            Files.setOwner(
                    folder,
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(OWNER));
        }
        Path data = folder.resolve("data");
        Path log = Folders.target().resolve("postgres-init.log");
        try (ChildProcess init = ChildProcess.start(
                as(programs.resolve("initdb"), "-D", data, "-U", "tessere", "-A", "trust", "-E", "UTF8", "--no-sync"),
                Map.of(),
                log)) {
            init.requireSuccess(120);
        }
        command = new ArrayList<>(List.of(
                programs.resolve("postgres"),
                "-D",
                data,
                "-p",
                port,
                "-k",
                folder,
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "fsync=off"));
        for (String setting : settings) {
            command.addAll(List.of("-c", setting));
        }
        process = run();
    }

    private ChildProcess run() {
        ChildProcess running = ChildProcess.start(
                as(command.toArray()), Map.of(), Folders.target().resolve("postgres.log"));
        Waiting.until("PostgreSQL is ready", PATIENCE, () -> isReady(running));
        return running;
    }

    /** Starts one with these settings ({@code name=value}), if Debian's package is there. */
    public static Optional<Postgres> start(String... settings) {
        Optional<Path> programs = programs();
        if (programs.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Postgres(Files.createTempDirectory("tessere-postgres"), programs.get(), settings));
        } catch (IOException e) {
            throw new AssertionError("PostgreSQL did not start", e);
        }
    }

    /** Address of its first database for JDBC. */
    public String address() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** Its processes as they are now. */
    public List<Long> pids() {
        return process.pids();
    }

    /** Kills its first process (SIGKILL), and waits until those are gone that it had begun: they see that it is dead. */
    public void kill() {
        List<ProcessHandle> all = process.pids().stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .toList();
        ProcessHandle.of(postmaster()).ifPresent(ProcessHandle::destroyForcibly);
        Waiting.until(
                "nothing of PostgreSQL is left", PATIENCE, () -> all.stream().noneMatch(ProcessHandle::isAlive));
        process.close();
    }

    /** Starts a killed one again on the same folder: it brings its files in order from its own journal. */
    public void startAgain() {
        process = run();
    }

    private long postmaster() {
        try {
            return Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid"))
                    .get(0)
                    .strip());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.close();
        try {
            KeycloakHome.deleteTree(folder);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isReady(ChildProcess running) {
        return running.output().contains("database system is ready to accept connections");
    }

    private static Optional<Path> programs() {
        if (!Files.isDirectory(PROGRAMS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(PROGRAMS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> as(Object... command) {
        List<String> all = new ArrayList<>();
        if (isRoot()) {
            all.addAll(List.of("runuser", "-u", OWNER, "--"));
        }
        for (Object part : command) {
            all.add(part.toString());
        }
        return all;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }
}
