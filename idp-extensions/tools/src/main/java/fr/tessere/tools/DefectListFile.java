package fr.tessere.tools;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.Defect;
import fr.tessere.verification.DefectList;
import fr.tessere.verification.evidence.DigestAlgorithm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A defect list as JSON of version 1, read strictly: what is not known is not passed over. */
final class DefectListFile {
    private static final int LARGEST = 1 << 20;
    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private DefectListFile() {}

    record Written(
            @JsonProperty(required = true) int version,
            @JsonProperty(required = true) String issued,
            @JsonProperty(required = true) List<WrittenDefect> defects) {}

    record WrittenDefect(
            @JsonProperty(required = true) String kind,
            @JsonProperty(required = true) Set<String> certificates,
            @Nullable Integer status,
            @Nullable String country) {
        Defect defect() {
            return new Defect(
                    Defect.Kind.ofWord(kind)
                            .orElseThrow(() -> new IllegalArgumentException("no kind of defect: " + kind)),
                    certificates.stream().map(Bytes::ofHex).collect(Collectors.toSet()),
                    status == null ? 0 : status,
                    country == null ? "" : country);
        }
    }

    /** The list; anything that is not one is an exception. */
    static DefectList read(Path file) throws IOException {
        byte[] raw;
        try (InputStream in = Files.newInputStream(file)) {
            raw = in.readNBytes(LARGEST + 1);
        }
        if (raw.length > LARGEST) {
            throw new IOException("a defect list of more than " + LARGEST + " bytes");
        }
        Written list = JSON.readValue(raw, Written.class);
        if (list.version() != VERSION) {
            throw new IOException("a defect list of version " + list.version() + ", expected " + VERSION);
        }
        try {
            return new DefectList(
                    LocalDate.parse(list.issued()),
                    list.defects().stream().map(WrittenDefect::defect).toList(),
                    DigestAlgorithm.SHA256.digest(Bytes.of(raw)));
        } catch (RuntimeException malformed) {
            throw new IOException("a defect list that cannot be read", malformed);
        }
    }
}
