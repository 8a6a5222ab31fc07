package fr.tessere.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process of this run: its output goes to a file, and it is ended with all its children. */
public final class ChildProcess implements AutoCloseable {
    /** For a Java process of minutes: the JVM's second compiler would cost it more than it brings. */
    static final Map<String, String> SHORT_LIFE = Map.of("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");

    private static final long GRACE = 15;

    private final Process process;
    private final Path log;
    private final Thread atExit;

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        atExit = new Thread(() -> handles().forEach(ProcessHandle::destroyForcibly));
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Starts a program. */
    public static ChildProcess start(List<String> command, Map<String, String> environment, Path log) {
        return start(
                command, environment, log, Redirect.from(Path.of("/dev/null").toFile()));
    }

    /** Starts a program that reads what is typed. */
    static ChildProcess withKeyboard(List<String> command, Map<String, String> environment, Path log) {
        return start(command, environment, log, Redirect.PIPE);
    }

    private static ChildProcess start(List<String> command, Map<String, String> environment, Path log, Redirect input) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(input)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            return new ChildProcess(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(String.join(" ", command), e);
        }
    }

    /** Types this at its keyboard. */
    void type(String keys) {
        try {
            process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its end and fails with its output if it did not end well. */
    public void requireSuccess(long seconds) {
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError("the process failed, its output:\n" + output());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopped);
        }
    }

    /** True while it runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** All that it has written so far. */
    public String output() {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process ids of the process and its children. */
    public List<Long> pids() {
        return handles().map(ProcessHandle::pid).toList();
    }

    /** Ends it and its children at once, without a word (SIGKILL). */
    public void kill() {
        List<ProcessHandle> all = handles().toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(handle -> handle.onExit().join());
    }

    @Override
    public void close() {
        List<ProcessHandle> all = handles().toList();
        all.forEach(ProcessHandle::destroy);
        for (ProcessHandle handle : all) {
            try {
                handle.onExit().get(GRACE, TimeUnit.SECONDS);
            } catch (Exception stubborn) {
                handle.destroyForcibly();
            }
        }
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private Stream<ProcessHandle> handles() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()));
    }
}
