package fr.tessere.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.tessere.verification.trust.TrustOverview;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A trust report that was printed before as JSON, to say what has changed since. */
final class EarlierReport {
    private static final int LARGEST = 64 * 1024 * 1024;

    /** Digest to what it names. */
    private final Map<String, String> contents;

    private EarlierReport(Map<String, String> contents) {
        this.contents = contents;
    }

    /** Reads the file; what is no such report is an {@link IOException}. */
    static EarlierReport read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            JsonNode report = JsonMapper.builder().build().readTree(bytes);
            if (bytes.length > LARGEST || !report.path("trustVersion").isTextual()) {
                throw new IOException("no trust report");
            }
            return new EarlierReport(contents(report));
        } catch (JsonProcessingException malformed) {
            throw new IOException("no JSON", malformed);
        }
    }

    /** Lines that begin with {@code +} or {@code -}. */
    List<String> changes(TrustOverview overview) {
        Map<String, String> now = contents(TrustJson.of(overview, java.util.Optional.empty()));
        List<String> changes = new ArrayList<>();
        contents.forEach((digest, name) -> {
            if (!now.containsKey(digest)) {
                changes.add("- " + name);
            }
        });
        now.forEach((digest, name) -> {
            if (!contents.containsKey(digest)) {
                changes.add("+ " + name);
            }
        });
        return changes;
    }

    private static Map<String, String> contents(JsonNode report) {
        Map<String, String> contents = new TreeMap<>();
        for (JsonNode country : report.path("countries")) {
            for (JsonNode certificate : country.path("certificates")) {
                String digest = certificate.path("sha256").asText();
                contents.put(
                        digest,
                        "%s %s %s"
                                .formatted(
                                        country.path("country").asText(),
                                        certificate.path("keyId").asText(),
                                        digest));
            }
            for (JsonNode list : country.path("revocationLists")) {
                String digest = list.path("sha256").asText();
                contents.put(
                        digest,
                        "%s CRL %s %s"
                                .formatted(
                                        country.path("country").asText(),
                                        list.path("number").asText(),
                                        digest));
            }
        }
        return contents;
    }
}
