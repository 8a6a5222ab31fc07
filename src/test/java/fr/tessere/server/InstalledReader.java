package fr.tessere.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The reader as citizens get it: the Debian package, made from what is built and installed by dpkg, with a folder in the
 * place of this computer's root. Needs the rights of root, as each installation does.
 */
public final class InstalledReader {
    private static final String NAME = "tessere-reader";
    private static final Path LISTENER = Path.of("/usr/bin/systemd-socket-activate");

    private final Path debian;
    private final Path root;

    private InstalledReader(Path debian, Path root) {
        this.debian = debian;
        this.root = root;
    }

    /** Makes the package and installs it; the test is skipped, with a line that says why, where that needs other rights. */
    public static InstalledReader installed() {
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "dpkg installs for root only");
        Path folder = Folders.target().resolve("installed");
        try {
            KeycloakHome.deleteTree(folder);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        String script = """
                BIN=src/main/bin; ROOT="$PWD"; TESSERE_LANGUAGE=en; STATE="$1"; JAVA="$2"
                for part in words package; do source "$BIN/lib/$part.sh"; done
                package_reader "$1" gzip && mkdir -p "$1/root/var/lib/dpkg/info" "$1/root/var/lib/dpkg/updates" &&
                    touch "$1/root/var/lib/dpkg/status" && echo "$PACKAGE"
                """;
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        String said = output(List.of("bash", "-c", script, "package", folder.toString(), java));
        InstalledReader reader = new InstalledReader(
                Path.of(said.strip().lines().reduce((a, b) -> b).orElseThrow()), folder.resolve("root"));
        // what it depends on is installed on the computer itself, which this folder only stands for
        reader.dpkg("--force-depends", "--install", reader.debian.toString());
        return reader;
    }

    /** What dpkg says of it, for example {@code install ok installed}. */
    public String status() {
        return output(List.of("dpkg-query", "--admindir=" + root.resolve("var/lib/dpkg"), "-W", "-f=${Status}", NAME));
    }

    /** Files that are not as the package brought them, as dpkg names them; empty if all are. */
    public String changed() {
        return dpkg("--verify", NAME).strip();
    }

    /** Removes it with all that it brought; the files that are left, but dpkg's own. */
    public List<Path> purged() throws IOException {
        dpkg("--purge", NAME);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> !file.startsWith(root.resolve("var/lib/dpkg")))
                    .filter(file -> !Files.isDirectory(file))
                    .toList();
        }
    }

    /** The command behind the entry of the desktop's menu, for this root. */
    public List<String> menuCommand() throws IOException {
        String entry = Files.readString(root.resolve("usr/share/applications/tessere-reader.desktop"));
        String command = entry.lines()
                .filter(line -> line.startsWith("Exec="))
                .map(line -> line.substring("Exec=".length()))
                .findFirst()
                .orElseThrow();
        return Arrays.stream(command.replaceFirst("^/", root + "/").split(" ")).toList();
    }

    private String dpkg(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("dpkg", "--root=" + root, "--force-script-chrootless", "--log=/dev/null"));
        command.addAll(List.of(arguments));
        return output(command);
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
