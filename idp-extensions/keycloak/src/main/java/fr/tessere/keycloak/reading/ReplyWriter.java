package fr.tessere.keycloak.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.ChipScript;
import fr.tessere.protocol.reading.Noted;
import fr.tessere.protocol.reading.OpenedReading;
import fr.tessere.protocol.reading.Problem;
import fr.tessere.protocol.reading.ReadingDone;
import fr.tessere.protocol.reading.ServerReply;

/** Writes what the server answers a reader as JSON, UTF-8. */
final class ReplyWriter implements ServerReply.Cases<ObjectNode> {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    byte[] write(ServerReply reply) {
        try {
            return MAPPER.writeValueAsBytes(reply.fold(this));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of texts and numbers can be written", impossible);
        }
    }

    @Override
    public ObjectNode opened(OpenedReading opened) {
        ObjectNode message = message("opened", opened.version()).put("service", opened.service());
        ArrayNode claims = message.putArray("claims");
        opened.claims().forEach(claims::add);
        message.put("level", opened.level())
                .put("comparisonCode", opened.comparisonCode())
                .put("channel", opened.channel().word())
                .put("secondsLeft", opened.secondsLeft());
        ArrayNode files = message.putArray("files");
        opened.files().stream().sorted().map(FileId::word).forEach(files::add);
        return message;
    }

    @Override
    public ObjectNode script(ChipScript script) {
        ObjectNode message =
                message("script", script.version()).put("round", script.round()).put("reopen", script.reopen());
        ArrayNode commands = message.putArray("commands");
        script.commands()
                .forEach(command -> commands.addObject()
                        .put("wrapping", command.wrapping().word())
                        .put("apdu", command.apdu().toBase64()));
        return message;
    }

    @Override
    public ObjectNode done(ReadingDone done) {
        ObjectNode message = message("done", done.version());
        done.returnAddress().ifPresent(address -> message.put("returnAddress", address));
        return message;
    }

    @Override
    public ObjectNode noted(Noted noted) {
        return message("noted", noted.version());
    }

    @Override
    public ObjectNode problem(Problem problem) {
        return message("problem", problem.version()).put("code", problem.code().word());
    }

    private static ObjectNode message(String type, int version) {
        return JsonNodeFactory.instance.objectNode().put("type", type).put("version", version);
    }
}
