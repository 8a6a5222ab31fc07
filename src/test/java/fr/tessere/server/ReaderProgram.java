package fr.tessere.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The reader's command line as a process of its own. */
public final class ReaderProgram {
    private ReaderProgram() {}

    /**
     * How it ended.
     *
     * @param exitCode 0 done, 2 refused, 64 wrong use
     * @param output all that it wrote
     */
    public record Ended(int exitCode, String output) {}

    /** Runs it to its end, with one line on its input. */
    public static Ended run(String line, String... arguments) {
        return run(new ProcessBuilder(command(arguments)), line, 60);
    }

    static Ended run(ProcessBuilder program, String line, long seconds) {
        try {
            Path log = Files.createTempFile("tessere-reader", ".log");
            Process process = program.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            try (OutputStream input = process.getOutputStream()) {
                input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the reader did not end: " + Files.readString(log));
            }
            String output = Files.readString(log);
            Files.delete(log);
            return new Ended(process.exitValue(), output);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** Serves the reader's own page on this port for the card behind this TCP port, until it is closed. */
    public static ChildProcess page(int port, int chip) {
        ChildProcess page = ChildProcess.start(
                command("page", "--port=" + port, "--chip=127.0.0.1:" + chip),
                Map.of(),
                Folders.target().resolve("reader-page.log"));
        Waiting.until("the reader's page answers", Duration.ofSeconds(60), () -> {
            if (!page.isAlive()) {
                throw new IllegalStateException("it ended: " + page.output());
            }
            return new PlainBrowser("en")
                            .open(java.net.URI.create("http://127.0.0.1:" + port + "/"))
                            .status()
                    < 500;
        });
        return page;
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dsun.security.smartcardio.library=" + PcscStack.LIBRARY,
                "-cp",
                System.getProperty("java.class.path"),
                "fr.tessere.reader.cli.ReaderCommand"));
        command.addAll(List.of(arguments));
        return command;
    }
}
