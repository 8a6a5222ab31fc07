package fr.tessere.keycloak.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.AccessProtocol;
import fr.tessere.protocol.reading.ChipAnswers;
import fr.tessere.protocol.reading.InvalidMessageException;
import fr.tessere.protocol.reading.Limits;
import fr.tessere.protocol.reading.OpenRequest;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.Trouble;
import fr.tessere.protocol.reading.UnverifiedFiles;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a reader's messages from hostile bytes: UTF-8, one JSON object, every property present, known and of its
 * type, none twice. Anything else is an {@link InvalidMessageException}; its text never quotes the input.
 */
public final class RequestReader {
    private static final ObjectReader STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(4)
                            .maxNumberLength(20)
                            .maxNameLength(64)
                            .maxStringLength(Limits.MESSAGE)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    /** The first message. */
    public OpenRequest open(byte[] body) {
        StrictObject message = StrictObject.of(parse(body), Set.of("version", "reader"));
        return new OpenRequest(message.integer("version"), message.text("reader"));
    }

    /** The files read before the proof. */
    public UnverifiedFiles chip(byte[] body) {
        StrictObject message =
                StrictObject.of(parse(body), Set.of("version", "access", "files", "lengths", "largestAnswer"));
        Map<FileId, Bytes> files = new EnumMap<>(FileId.class);
        StrictObject.of(message.value("files"))
                .properties()
                .forEach((word, value) -> files.put(file(word), StrictObject.bytes("a file", value)));
        Map<FileId, Integer> lengths = new EnumMap<>(FileId.class);
        StrictObject.of(message.value("lengths"))
                .properties()
                .forEach((word, value) -> lengths.put(file(word), StrictObject.integer("a length", value)));
        return new UnverifiedFiles(
                message.integer("version"),
                access(message.text("access")),
                files,
                lengths,
                message.integer("largestAnswer"));
    }

    /** The chip's answers to a script. */
    public ChipAnswers proof(byte[] body) {
        StrictObject message = StrictObject.of(parse(body), Set.of("version", "round", "answers"));
        JsonNode all = message.value("answers");
        if (!all.isArray()) {
            throw StrictObject.malformed("answers is an array");
        }
        List<Bytes> answers = new ArrayList<>(all.size());
        all.forEach(answer -> answers.add(StrictObject.bytes("an answer", answer)));
        return new ChipAnswers(message.integer("version"), message.integer("round"), answers);
    }

    /** What went wrong beside the card. */
    public Trouble trouble(byte[] body) {
        StrictObject message = StrictObject.of(parse(body), Set.of("version", "code"));
        return new Trouble(
                message.integer("version"),
                RefusalCode.ofWord(message.text("code"))
                        .orElseThrow(() -> StrictObject.malformed("code is a word of the protocol")));
    }

    private static JsonNode parse(byte[] body) {
        try {
            // decoded here, since Jackson would guess among five encodings
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return STRICT.readTree(text);
        } catch (CharacterCodingException notUtf8) {
            throw StrictObject.malformed("UTF-8 is expected");
        } catch (JsonProcessingException notJson) {
            throw StrictObject.malformed("one JSON object without doubled names is expected");
        }
    }

    private static FileId file(String word) {
        return FileId.ofWord(word).orElseThrow(() -> StrictObject.malformed("a word for a file is expected"));
    }

    private static AccessProtocol access(String word) {
        return Arrays.stream(AccessProtocol.values())
                .filter(access -> access.word().equals(word))
                .findFirst()
                .orElseThrow(() -> StrictObject.malformed("access is pace or bac"));
    }
}
