package fr.tessere.reader.server;

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
import fr.tessere.protocol.reading.Channel;
import fr.tessere.protocol.reading.ChipScript;
import fr.tessere.protocol.reading.InvalidMessageException;
import fr.tessere.protocol.reading.Limits;
import fr.tessere.protocol.reading.Noted;
import fr.tessere.protocol.reading.OpenedReading;
import fr.tessere.protocol.reading.Problem;
import fr.tessere.protocol.reading.ReadingDone;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.ScriptCommand;
import fr.tessere.protocol.reading.ScriptCommand.Wrapping;
import fr.tessere.protocol.reading.ServerReply;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads a server's reply: UTF-8 without mark, one JSON object, every property known, once, present and of its type.
 * Anything else is refused with {@link InvalidMessageException}.
 */
public final class ReplyReader {
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
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build()
            .reader();

    /** One reply, at most {@link Limits#MESSAGE} bytes. */
    public ServerReply read(byte[] body) {
        if (body.length > Limits.MESSAGE) {
            throw new InvalidMessageException(
                    RefusalCode.MESSAGE_TOO_LARGE, body.length + " bytes, at most " + Limits.MESSAGE);
        }
        StrictObject message = new StrictObject(parse(body));
        ServerReply reply = switch (message.text("type")) {
            case "opened" -> opened(message);
            case "script" -> script(message);
            case "done" -> new ReadingDone(message.integer("version"), message.optionalText("returnAddress"));
            case "noted" -> new Noted(message.integer("version"));
            case "problem" -> new Problem(message.integer("version"), word(message, "code", RefusalCode::ofWord));
            default -> throw StrictObject.malformed("a type of reply that is not known");
        };
        message.nothingElse();
        return reply;
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
            throw StrictObject.malformed("not UTF-8");
        } catch (JsonProcessingException notJson) {
            // the parser's own message quotes the input
            throw StrictObject.malformed("not one JSON object without doubled names");
        }
    }

    private static OpenedReading opened(StrictObject message) {
        return new OpenedReading(
                message.integer("version"),
                shown(message.text("service")),
                message.texts("claims").stream().map(ReplyReader::shown).toList(),
                message.text("level"),
                code(message.text("comparisonCode")),
                word(message, "channel", word -> byWord(Channel.values(), Channel::word, word)),
                message.integer("secondsLeft"),
                files(message));
    }

    /** Refuses what would move the cursor of a terminal or turn the direction of a text around. */
    private static String shown(String text) {
        boolean plain = text.codePoints().noneMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        });
        if (!plain || text.isBlank()) {
            throw StrictObject.malformed("a text for the person that is blank or holds control characters");
        }
        return text;
    }

    private static String code(String text) {
        if (!text.matches("[A-Za-z0-9-]{1,16}")) {
            throw StrictObject.malformed("comparisonCode is 1 to 16 letters, digits and hyphens");
        }
        return text;
    }

    private static Set<FileId> files(StrictObject message) {
        Set<FileId> files = EnumSet.noneOf(FileId.class);
        for (String word : message.texts("files")) {
            files.add(FileId.ofWord(word)
                    .filter(file -> file.dataGroupNumber().isPresent())
                    .orElseThrow(() -> StrictObject.malformed("files has a word that is no data group's")));
        }
        return files;
    }

    private static ChipScript script(StrictObject message) {
        List<ScriptCommand> commands = message.list("commands", ReplyReader::command);
        int all = commands.stream().mapToInt(command -> command.apdu().length()).sum();
        if (all > Limits.APDUS) {
            throw new InvalidMessageException(
                    RefusalCode.MESSAGE_TOO_LARGE, "bytes of all commands: " + all + ", at most " + Limits.APDUS);
        }
        return new ChipScript(message.integer("version"), message.integer("round"), message.truth("reopen"), commands);
    }

    private static ScriptCommand command(JsonNode node) {
        StrictObject command = new StrictObject(node);
        ScriptCommand read = new ScriptCommand(
                word(command, "wrapping", word -> byWord(Wrapping.values(), Wrapping::word, word)),
                bytes(command.text("apdu")));
        command.nothingElse();
        return read;
    }

    private static Bytes bytes(String base64) {
        try {
            Bytes bytes = Bytes.ofBase64(base64);
            // the JDK's decoder lets missing padding and left-over bits pass
            if (bytes.toBase64().equals(base64)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // refused below
        }
        throw StrictObject.malformed("not base64 with padding");
    }

    private static <T> T word(StrictObject message, String name, Function<String, Optional<T>> known) {
        return known.apply(message.text(name))
                .orElseThrow(() -> StrictObject.malformed(name + " has a word that is not known"));
    }

    private static <T> Optional<T> byWord(T[] values, Function<T, String> wordOf, String word) {
        return Arrays.stream(values)
                .filter(value -> wordOf.apply(value).equals(word))
                .findFirst();
    }
}
