package fr.tessere.tools;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.Basis;
import fr.tessere.verification.evidence.Check;
import fr.tessere.verification.evidence.CheckMade;
import fr.tessere.verification.evidence.CheckResult;
import fr.tessere.verification.evidence.Decision;
import fr.tessere.verification.evidence.Input;
import fr.tessere.verification.evidence.RevocationStatus.ListUsed;
import fr.tessere.verification.evidence.Weakness;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An account that {@link DecisionJson} wrote, read again strictly: a word that is not known is not passed over. */
final class DecisionFile {
    private static final int LARGEST = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private DecisionFile() {}

    /** What {@code verify --json} prints; members that only explain are left aside. */
    @JsonIgnoreProperties({"detail", "specimen", "defectList", "defects"})
    record Written(
            @JsonProperty(required = true) int form,
            @JsonProperty(required = true) String verdict,
            @Nullable String code,
            @JsonProperty(required = true) List<WrittenCheck> checks,
            @JsonProperty(required = true) List<WrittenInput> inputs,
            @JsonProperty(required = true) List<WrittenList> revocationLists,
            @JsonProperty(required = true) Set<String> weaknesses,
            @JsonProperty(required = true) String trustVersion,
            @JsonProperty(required = true) String policy,
            @JsonProperty(required = true) String at) {
        Decision decision() {
            Basis basis = new Basis(
                    inputs.stream().map(WrittenInput::input).toList(),
                    revocationLists.stream().map(WrittenList::list).toList(),
                    trustVersion,
                    policy);
            return new Decision(
                    Instant.parse(at),
                    code == null ? Optional.empty() : Optional.of(known(code, RefusalCode::ofWord)),
                    checks.stream().map(WrittenCheck::check).toList(),
                    weaknesses.stream()
                            .map(word -> known(word, Weakness::ofWord))
                            .collect(Collectors.toSet()),
                    basis);
        }
    }

    record WrittenCheck(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String result,
            @JsonProperty(required = true) List<String> inputs) {
        CheckMade check() {
            return new CheckMade(known(name, Check::ofWord), known(result, CheckResult::ofWord), inputs);
        }
    }

    record WrittenInput(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String form,
            @JsonProperty(required = true) String digest) {
        Input input() {
            return new Input(name, known(form, Input.Form::ofWord), Bytes.ofHex(digest));
        }
    }

    record WrittenList(
            @JsonProperty(required = true) String number,
            @JsonProperty(required = true) String thisUpdate,
            @JsonProperty(required = true) String digest) {
        ListUsed list() {
            return new ListUsed(number, Instant.parse(thisUpdate), Bytes.ofHex(digest));
        }
    }

    /** The account; anything that is not one is an exception. */
    static Decision read(Path file) throws IOException {
        byte[] raw;
        try (InputStream in = Files.newInputStream(file)) {
            raw = in.readNBytes(LARGEST + 1);
        }
        if (raw.length > LARGEST) {
            throw new IOException("an account of more than " + LARGEST + " bytes");
        }
        try {
            Written written = JSON.readValue(raw, Written.class);
            if (written.form() != Decision.FORM || written.verdict().equals("verified") != (written.code() == null)) {
                throw new IOException("an account of another form");
            }
            return written.decision();
        } catch (RuntimeException malformed) {
            throw new IOException("an account that cannot be read", malformed);
        }
    }

    private static <T> T known(String word, Function<String, Optional<T>> words) {
        return words.apply(word).orElseThrow(() -> new IllegalArgumentException("an unknown word"));
    }
}
