package fr.tessere.claims.assurance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Cuts from what could be said the part that is asked for (OpenID Connect for Identity Assurance 1.0 §6.2 to §6.5): an
 * element that is not asked for is not there unless its parent is invalid without it, and a condition that does not hold
 * leaves nothing at all. Whether an element is essential makes no difference (§6.5).
 */
final class Cut {
    /** Members without which the published schema takes no evidence, check or document. */
    private static final Set<String> REQUIRED = Set.of("type", "check_method");

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
            return ofObject((ObjectNode) all, asked);
        }
        return holds(all, asked) ? Optional.of(all) : Optional.empty();
    }

    private Optional<JsonNode> ofObject(ObjectNode all, JsonNode asked) {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        for (String name : REQUIRED) {
            if (all.has(name)) {
                part.set(name, all.get(name));
            }
        }
        for (Map.Entry<String, JsonNode> element : asked.properties()) {
            JsonNode present = all.path(element.getKey());
            if (present.isMissingNode()) {
                if (hasCondition(element.getValue())) {
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

    /** Several wishes are alternatives (§6.2): what meets one of them is said, and if nothing does, nothing is. */
    private Optional<JsonNode> ofList(ArrayNode all, JsonNode asked) {
        ArrayNode part = JsonNodeFactory.instance.arrayNode();
        for (JsonNode wish : asked) {
            for (JsonNode entry : all) {
                of(entry, wish)
                        .filter(found ->
                                StreamSupport.stream(part.spliterator(), false).noneMatch(found::equals))
                        .ifPresent(part::add);
            }
        }
        return part.isEmpty() ? Optional.empty() : Optional.of(part);
    }

    private boolean holds(JsonNode value, JsonNode asked) {
        if (asked.has("value") && !asked.get("value").equals(value)) {
            return false;
        }
        if (asked.has("values")
                && StreamSupport.stream(asked.get("values").spliterator(), false)
                        .noneMatch(value::equals)) {
            return false;
        }
        return !asked.has("max_age")
                || isYoung(value.asText(), asked.get("max_age").asLong());
    }

    private boolean isYoung(String time, long seconds) {
        return Duration.between(end(time), at).toSeconds() <= seconds;
    }

    /** A date lasts until its last second (§6.3.2). */
    private static Instant end(String time) {
        return time.contains("T")
                ? Instant.parse(time)
                : LocalDate.parse(time)
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .minusSeconds(1);
    }

    /** "The OP MUST NOT ignore some or all of the query restrictions" (§6.3.1): not those of what is missing either. */
    private static boolean hasCondition(JsonNode asked) {
        return asked.has("value")
                || asked.has("values")
                || asked.has("max_age")
                || StreamSupport.stream(asked.spliterator(), false).anyMatch(Cut::hasCondition);
    }
}
