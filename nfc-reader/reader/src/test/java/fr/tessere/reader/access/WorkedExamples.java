package fr.tessere.reader.access;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The worked examples of ICAO 9303-11, which stand beside the clone. */
final class WorkedExamples {
    private WorkedExamples() {}

    static JsonNode example(String name) {
        Path file = Path.of(System.getProperty("tessere.testdata"), "icao-9303-11-worked-examples.json");
        assumeTrue(Files.exists(file), "skipped: the shared test data is not there");
        try {
            return new ObjectMapper().readTree(file.toFile()).get(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
