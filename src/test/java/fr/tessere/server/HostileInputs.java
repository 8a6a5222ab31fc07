package fr.tessere.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.tessere.protocol.bytes.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** The inputs that made a common eMRTD library allocate gigabytes, spin for ever or throw what it does not declare. */
public final class HostileInputs {
    private static final String FILE = "robustness-jmrtd-0.8.6.json";

    private HostileInputs() {}

    /** Each once, from reference data in this folder; none where the folder has no such file. */
    public static List<Bytes> in(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            JsonNode cases = JsonMapper.builder()
                    .build()
                    .readTree(Files.readString(file))
                    .path("cases");
            return StreamSupport.stream(cases.spliterator(), false)
                    .map(one -> Bytes.ofHex(one.path("hex").asText()))
                    .distinct()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
