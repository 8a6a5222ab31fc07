package fr.tessere.history;

import fr.tessere.server.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code tessere audit}, started with the command line that {@code src/main/bin/tessere} makes; what is built is not built again. */
public final class AuditProgram {
    private static final String SCRIPT = """
            ROOT="$PWD"; TESSERE_LANGUAGE=en; JAVA="$1"; shift
            source src/main/bin/lib/java.sh
            java_command "${TOOLS[@]}" && "${JAVA_COMMAND[@]}" audit "$@"
            """;

    private AuditProgram() {}

    /**
     * How it ended.
     *
     * @param exitCode 0 holds or done, 2 refused, 64 wrong use
     * @param output all that it wrote
     */
    public record Ended(int exitCode, String output) {}

    /** Runs it to its end. */
    public static Ended run(Object... arguments) {
        List<String> command = new ArrayList<>(
                List.of("bash", "-c", SCRIPT, "tessere", System.getProperty("java.home") + "/bin/java"));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Folders.root().toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("tessere audit did not end: " + said);
            }
            return new Ended(process.exitValue(), said);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
