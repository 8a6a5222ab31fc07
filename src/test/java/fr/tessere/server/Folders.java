package fr.tessere.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Assumptions;

/** Where things lie. */
public final class Folders {
    private static final Path ROOT = Path.of(System.getProperty("tessere.root", "../.."))
            .toAbsolutePath()
            .normalize();

    private Folders() {}

    /** Top folder of the clone. */
    public static Path root() {
        return ROOT;
    }

    /** What this module writes, and may be deleted at any time. */
    public static Path target() {
        return ROOT.resolve("src/test/target");
    }

    /** Reference data that lies beside the clone; the test is skipped where there is none. */
    public static Path testdata() {
        Path folder = Path.of(System.getProperty("tessere.testdata", "missing"));
        Assumptions.assumeTrue(Files.isDirectory(folder), "no shared test data at " + folder);
        return folder;
    }

    /** Lays a file where a server looks for it, as operate.md says: written under a hidden name, then renamed. */
    public static void put(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path hidden = file.resolveSibling("." + file.getFileName());
        Files.write(hidden, content);
        Files.move(hidden, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
