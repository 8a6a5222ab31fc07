package fr.tessere.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The reader as citizens get it: the Debian package, made from what is built and unpacked into a folder of its own. */
public final class InstalledReader {
    private static final Path LISTENER = Path.of("/usr/bin/systemd-socket-activate");

    private final Path debian;
    private final Path root;

    private InstalledReader(Path debian, Path root) {
        this.debian = debian;
        this.root = root;
    }

    /** Makes the package and unpacks it. */
    public static InstalledReader unpacked() {
        Path folder = Folders.target().resolve("installed");
        try {
            KeycloakHome.deleteTree(folder);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        String script = """
                BIN=src/main/bin; ROOT="$PWD"; TESSERE_LANGUAGE=en; STATE="$1"; JAVA="$2"
                for part in words package; do source "$BIN/lib/$part.sh"; done
                package_reader "$1" && dpkg-deb -x "$PACKAGE" "$1/root" && echo "$PACKAGE"
                """;
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        String said = output(List.of("bash", "-c", script, "package", folder.toString(), java));
        return new InstalledReader(
                Path.of(said.strip().lines().reduce((a, b) -> b).orElseThrow()), folder.resolve("root"));
    }

    /** One field of the package's description. */
    public String field(String name) {
        return output(List.of("dpkg-deb", "--field", debian.toString(), name)).strip();
    }

    /** Where its files are. */
    public Path root() {
        return root;
    }

    /**
     * Listens at this port as a session manager does, and starts the installed program when the first connection comes.
     *
     * @param chip TCP port of the card
     */
    public ChildProcess onDemand(int port, int chip) {
        Assumptions.assumeTrue(Files.exists(LISTENER), "systemd is not installed here: apt-get install systemd");
        List<String> command = List.of(
                LISTENER.toString(),
                "--inetd",
                "--listen=127.0.0.1:" + port,
                root.resolve("opt/tessere-reader/bin/tessere-reader").toString(),
                "page",
                "--on-demand",
                "--chip=127.0.0.1:" + chip);
        return ChildProcess.start(command, Map.of(), Folders.target().resolve("installed-reader.log"));
    }

    private static String output(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Folders.root().toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new AssertionError(command.get(0) + " ended with " + process.exitValue() + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
