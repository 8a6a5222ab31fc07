package fr.tessere.claims.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One claim as it is asked for (OpenID Connect Core §5.5.1, OpenID for Identity Assurance §6.1).
 *
 * @param essential true if the service cannot go on without it
 * @param purpose why, in the service's own words, 3 to 300 characters
 * @param values the only values that satisfy it; empty if any does
 */
public record AskedClaim(boolean essential, Optional<String> purpose, List<JsonNode> values) {
    /** Asked for with {@code null}. */
    public static final AskedClaim PLAIN = new AskedClaim(false, Optional.empty(), List.of());

    private static final int SHORTEST_PURPOSE = 3;
    private static final int LONGEST_PURPOSE = 300;

    public AskedClaim {
        values = List.copyOf(values);
    }

    /** True if this value satisfies it. */
    public boolean accepts(JsonNode value) {
        return values.isEmpty() || values.contains(value);
    }

    static AskedClaim of(JsonNode node) throws MalformedRequestException {
        if (node.isNull()) {
            return PLAIN;
        }
        if (!node.isObject()) {
            throw MalformedRequestException.request("claims: a claim is asked for with null or an object");
        }
        boolean essential = false;
        Optional<String> purpose = Optional.empty();
        List<JsonNode> values = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            switch (member.getKey()) {
                case "essential" -> essential = bool(member.getValue());
                case "purpose" -> purpose = Optional.of(purpose(member.getValue()));
                case "value" -> values.add(scalar(member.getValue()));
                case "values" -> values.addAll(list(member.getValue()));
                default -> {
                    // "Other members MAY be defined … any members used that are not understood MUST be ignored"
                }
            }
        }
        return new AskedClaim(essential, purpose, values);
    }

    private static boolean bool(JsonNode node) throws MalformedRequestException {
        if (!node.isBoolean()) {
            throw MalformedRequestException.request("claims: essential is true or false");
        }
        return node.booleanValue();
    }

    private static String purpose(JsonNode node) throws MalformedRequestException {
        String text = node.isTextual() ? node.textValue().strip() : "";
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST_PURPOSE
                || length > LONGEST_PURPOSE
                || text.chars().anyMatch(Character::isISOControl)) {
            throw MalformedRequestException.request("claims: a purpose is a text of 3 to 300 characters");
        }
        return text;
    }

    private static JsonNode scalar(JsonNode node) throws MalformedRequestException {
        if (!node.isValueNode() || node.isNull()) {
            throw MalformedRequestException.request("claims: a value is a text, a number, true or false");
        }
        return node;
    }

    private static List<JsonNode> list(JsonNode node) throws MalformedRequestException {
        if (!node.isArray() || node.isEmpty()) {
            throw MalformedRequestException.request("claims: values is a list that is not empty");
        }
        List<JsonNode> values = new ArrayList<>();
        for (JsonNode value : node) {
            values.add(scalar(value));
        }
        return values;
    }
}
