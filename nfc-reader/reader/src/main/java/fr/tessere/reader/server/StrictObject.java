package fr.tessere.reader.server;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tessere.protocol.reading.InvalidMessageException;
import fr.tessere.protocol.reading.RefusalCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One JSON object whose every property must be asked for: what nobody asked for is refused by {@link #nothingElse()}. */
final class StrictObject {
    private final JsonNode node;
    private final Set<String> taken = new HashSet<>();

    StrictObject(JsonNode node) {
        if (!node.isObject()) {
            throw malformed("an object is expected, found " + node.getNodeType());
        }
        this.node = node;
    }

    String text(String name) {
        return textOf(required(name), name);
    }

    Optional<String> optionalText(String name) {
        return Optional.ofNullable(take(name)).map(value -> textOf(value, name));
    }

    int integer(String name) {
        JsonNode value = required(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw malformed(name + " is no whole number of 32 bits");
        }
        return value.intValue();
    }

    boolean truth(String name) {
        JsonNode value = required(name);
        if (!value.isBoolean()) {
            throw malformed(name + " is neither true nor false");
        }
        return value.booleanValue();
    }

    List<String> texts(String name) {
        return list(name, value -> textOf(value, name));
    }

    <T> List<T> list(String name, Function<JsonNode, T> each) {
        JsonNode value = required(name);
        if (!value.isArray()) {
            throw malformed(name + " is no array");
        }
        List<T> all = new ArrayList<>(value.size());
        value.forEach(element -> all.add(each.apply(element)));
        return all;
    }

    void nothingElse() {
        node.fieldNames().forEachRemaining(name -> {
            if (!taken.contains(name)) {
                // the name is the other side's and stays out of the message
                throw malformed("a property that does not belong");
            }
        });
    }

    static InvalidMessageException malformed(String detail) {
        return new InvalidMessageException(RefusalCode.MESSAGE_MALFORMED, detail);
    }

    private static String textOf(JsonNode value, String name) {
        if (!value.isTextual()) {
            throw malformed(name + " is no text");
        }
        return value.textValue();
    }

    private JsonNode required(String name) {
        JsonNode value = take(name);
        if (value == null) {
            throw malformed(name + " is missing");
        }
        return value;
    }

    private @Nullable JsonNode take(String name) {
        taken.add(name);
        return node.get(name);
    }
}
