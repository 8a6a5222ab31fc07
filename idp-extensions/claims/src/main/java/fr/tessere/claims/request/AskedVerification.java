package fr.tessere.claims.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * The shape of the element {@code verification} of a request (OpenID Connect for Identity Assurance 1.0 §6.2 and §6.3, and
 * its published schema): an element is asked for by null or by an object, with conditions of the right kind. A condition
 * that was overlooked would let out what must not be.
 */
final class AskedVerification {
    /** Members that say something of an element; all others are elements in it. */
    private static final Set<String> QUERY = Set.of("essential", "value", "values", "max_age", "purpose");

    private AskedVerification() {}

    static void require(JsonNode asked) throws MalformedRequestException {
        if (asked.isArray() && !asked.isEmpty()) {
            for (JsonNode wish : asked) {
                if (!wish.isObject()) {
                    throw wrong("an entry of a list is an object");
                }
                require(wish);
            }
        } else if (asked.isObject()) {
            for (Map.Entry<String, JsonNode> member : asked.properties()) {
                requireMember(member.getKey(), member.getValue());
            }
        } else if (!asked.isNull() && !asked.isMissingNode()) {
            throw wrong("an element is asked for with null, an object or a list");
        }
    }

    private static void requireMember(String name, JsonNode value) throws MalformedRequestException {
        boolean right = switch (name) {
            case "essential" -> value.isBoolean();
            case "value" -> value.isTextual();
            case "values" -> isTexts(value);
            case "max_age" -> value.canConvertToLong() && value.isIntegralNumber() && value.asLong() >= 0;
            case "evidence", "check_details" -> value.isNull() || value.isArray();
            default -> true;
        };
        if (!right) {
            throw wrong("a member of an element has the wrong kind of value");
        }
        if (!QUERY.contains(name)) {
            require(value);
        }
    }

    private static boolean isTexts(JsonNode value) {
        return value.isArray()
                && !value.isEmpty()
                && StreamSupport.stream(value.spliterator(), false).allMatch(JsonNode::isTextual);
    }

    private static MalformedRequestException wrong(String rule) {
        return MalformedRequestException.request("verified_claims: " + rule);
    }
}
