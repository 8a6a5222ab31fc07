package fr.tessere.verification;

import fr.tessere.protocol.bytes.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Data that nobody here wrote, in a folder beside the clone; tests that need it are skipped where it is missing. */
public final class TestData {
    private TestData() {}

    public static Path path(String name) {
        Path path = Path.of(System.getProperty("tessere.testdata", "../shared/testdata"), name);
        Assumptions.assumeTrue(Files.exists(path), "skipped: no test data at " + path);
        return path;
    }

    public static Bytes bytes(String name) {
        try {
            return Bytes.of(Files.readAllBytes(path(name)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static List<Path> files(String folder) {
        try (Stream<Path> entries = Files.list(path(folder))) {
            return entries.sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
