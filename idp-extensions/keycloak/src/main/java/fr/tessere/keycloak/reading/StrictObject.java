package fr.tessere.keycloak.reading;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.InvalidMessageException;
import fr.tessere.protocol.reading.RefusalCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A JSON object that has exactly the properties it should have. */
final class StrictObject {
    private final JsonNode node;

    private StrictObject(JsonNode node) {
        this.node = node;
    }

    /** The node as an object with these properties, no fewer and no more. */
    static StrictObject of(JsonNode node, Set<String> names) {
        StrictObject object = of(node);
        if (!object.properties().keySet().equals(names)) {
            throw malformed("the properties are " + names);
        }
        return object;
    }

    /** The node as an object whose names mean something. */
    static StrictObject of(JsonNode node) {
        if (!node.isObject()) {
            throw malformed("an object is expected");
        }
        return new StrictObject(node);
    }

    Map<String, JsonNode> properties() {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        node.fields().forEachRemaining(entry -> all.put(entry.getKey(), entry.getValue()));
        return all;
    }

    JsonNode value(String name) {
        return node.get(name);
    }

    String text(String name) {
        return text(name, value(name));
    }

    int integer(String name) {
        return integer(name, value(name));
    }

    static int integer(String name, JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw malformed(name + " is a whole number of 32 bits");
        }
        return value.intValue();
    }

    /** Base64 as RFC 4648 §4 writes it, padding included and no bit left over. */
    static Bytes bytes(String name, JsonNode value) {
        String text = text(name, value);
        try {
            Bytes bytes = Bytes.ofBase64(text);
            if (bytes.toBase64().equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // refused below, without the input
        }
        throw malformed(name + " is base64 with padding");
    }

    static InvalidMessageException malformed(String expected) {
        return new InvalidMessageException(RefusalCode.MESSAGE_MALFORMED, expected);
    }

    private static String text(String name, JsonNode value) {
        if (!value.isTextual()) {
            throw malformed(name + " is a text");
        }
        return value.textValue();
    }
}
