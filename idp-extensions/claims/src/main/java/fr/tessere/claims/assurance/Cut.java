package fr.tessere.claims.assurance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Cuts from what could be said the part that is asked for (OpenID Connect for Identity Assurance 1.0 §5.2 to §5.4): an
 * element that is not asked for is not there, and a condition that does not hold leaves nothing at all.
 */
final class Cut {
    private final Instant at;

    Cut(Instant at) {
        this.at = at;
    }

    /** Empty if a condition does not hold. */
    Optional<JsonNode> of(JsonNode all, JsonNode asked) {
        if (asked.isNull() || asked.isObject() && asked.isEmpty()) {
            return Optional.of(all);
        }
        if (all.isArray()) {
            return ofList((ArrayNode) all, asked);
        }
        if (all.isObject()) {
            return asked.isObject() ? ofObject((ObjectNode) all, asked) : Optional.empty();
        }
        return holds(all, asked) ? Optional.of(all) : Optional.empty();
    }

    private Optional<JsonNode> ofObject(ObjectNode all, JsonNode asked) {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> element : asked.properties()) {
            JsonNode present = all.path(element.getKey());
            if (present.isMissingNode()) {
                if (isCondition(element.getValue())) {
                    return Optional.empty();
                }
                continue;
            }
            Optional<JsonNode> said = of(present, element.getValue());
            if (said.isEmpty()) {
                return Optional.empty();
            }
            part.set(element.getKey(), said.get());
        }
        return Optional.of(part);
    }

    /** Each entry that is asked for is answered by those that meet it; one that nothing meets leaves nothing. */
    private Optional<JsonNode> ofList(ArrayNode all, JsonNode asked) {
        if (!asked.isArray()) {
            return Optional.empty();
        }
        ArrayNode part = JsonNodeFactory.instance.arrayNode();
        for (JsonNode wish : asked) {
            boolean met = false;
            for (JsonNode entry : all) {
                Optional<JsonNode> said = of(entry, wish);
                met |= said.isPresent();
                said.filter(found ->
                                StreamSupport.stream(part.spliterator(), false).noneMatch(found::equals))
                        .ifPresent(part::add);
            }
            if (!met) {
                return Optional.empty();
            }
        }
        return Optional.of(part);
    }

    private boolean holds(JsonNode value, JsonNode asked) {
        if (!asked.isObject()) {
            return false;
        }
        if (asked.has("value") && !asked.get("value").equals(value)) {
            return false;
        }
        if (asked.path("values").isArray()
                && StreamSupport.stream(asked.get("values").spliterator(), false)
                        .noneMatch(value::equals)) {
            return false;
        }
        return !VerificationTree.isTime(asked)
                || isYoung(value.asText(), asked.get("max_age").asLong());
    }

    private boolean isYoung(String time, long seconds) {
        return seconds >= 0 && Duration.between(Instant.parse(time), at).toSeconds() <= seconds;
    }

    private static boolean isCondition(JsonNode asked) {
        return asked.isObject()
                && (asked.path("essential").asBoolean()
                        || asked.has("value")
                        || asked.has("values")
                        || asked.has("max_age"));
    }
}
