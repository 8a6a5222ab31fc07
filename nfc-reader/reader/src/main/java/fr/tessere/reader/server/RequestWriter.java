package fr.tessere.reader.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tessere.protocol.reading.ChipAnswers;
import fr.tessere.protocol.reading.OpenRequest;
import fr.tessere.protocol.reading.Trouble;
import fr.tessere.protocol.reading.UnverifiedFiles;

/** Writes the reader's messages as JSON, UTF-8. */
final class RequestWriter {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    byte[] write(OpenRequest request) {
        return bytes(message(request.version()).put("reader", request.reader()));
    }

    byte[] write(UnverifiedFiles files) {
        ObjectNode message =
                message(files.version()).put("access", files.access().word());
        ObjectNode contents = message.putObject("files");
        files.files().forEach((file, bytes) -> contents.put(file.word(), bytes.toBase64()));
        ObjectNode lengths = message.putObject("lengths");
        files.lengths().forEach((file, length) -> lengths.put(file.word(), length));
        return bytes(message.put("largestAnswer", files.largestAnswer()));
    }

    byte[] write(ChipAnswers answers) {
        ObjectNode message = message(answers.version()).put("round", answers.round());
        ArrayNode all = message.putArray("answers");
        answers.answers().forEach(answer -> all.add(answer.toBase64()));
        return bytes(message);
    }

    byte[] write(Trouble trouble) {
        return bytes(message(trouble.version()).put("code", trouble.code().word()));
    }

    private static ObjectNode message(int version) {
        return JsonNodeFactory.instance.objectNode().put("version", version);
    }

    private static byte[] bytes(ObjectNode message) {
        try {
            return MAPPER.writeValueAsBytes(message);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of texts and numbers can be written", impossible);
        }
    }
}
