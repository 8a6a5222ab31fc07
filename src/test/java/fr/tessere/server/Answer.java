package fr.tessere.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.ChipScript;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.ScriptCommand;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the server answered.
 *
 * @param status HTTP status
 * @param headers its headers
 * @param body its text
 * @param time from sending to the last byte
 */
public record Answer(int status, HttpHeaders headers, String body, Duration time) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    Answer(HttpResponse<String> response, Duration time) {
        this(response.statusCode(), response.headers(), response.body(), time);
    }

    /** Its body. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new AssertionError("no JSON, status " + status + ": " + body, e);
        }
    }

    /** The word of {@code type}. */
    public String type() {
        return json().path("type").asText();
    }

    /** The refusal that it names. */
    public RefusalCode code() {
        String word = json().path("code").asText();
        return RefusalCode.ofWord(word)
                .orElseThrow(() -> new AssertionError("no refusal, status " + status + ": " + body));
    }

    /** The script that it brings. */
    public ChipScript script() {
        JsonNode json = json();
        if (!type().equals("script")) {
            throw new AssertionError("no script: " + body);
        }
        List<ScriptCommand> commands = new ArrayList<>();
        for (JsonNode command : json.path("commands")) {
            String word = command.path("wrapping").asText();
            ScriptCommand.Wrapping wrapping = Arrays.stream(ScriptCommand.Wrapping.values())
                    .filter(value -> value.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no wrapping: " + word));
            commands.add(new ScriptCommand(
                    wrapping, Bytes.ofBase64(command.path("apdu").asText())));
        }
        return new ChipScript(1, json.path("round").asInt(), json.path("reopen").asBoolean(), commands);
    }
}
