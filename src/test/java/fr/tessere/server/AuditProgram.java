package fr.tessere.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code tessere audit}, as somebody runs it on a machine of their own, in its English. */
public final class AuditProgram {
    private AuditProgram() {}

    /**
     * How it ended.
     *
     * @param exitCode 0 done, 2 refused, 64 wrong use
     * @param output all that it wrote
     */
    public record Ended(int exitCode, String output) {}

    /** Runs it to its end. */
    public static Ended run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=en",
                "-cp",
                System.getProperty("java.class.path"),
                "fr.tessere.tools.ToolsCommand",
                "audit"));
        command.addAll(List.of(arguments));
        try {
            Path log = Files.createTempFile("tessere-audit", ".log");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("it did not end: " + Files.readString(log));
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
}
