package fr.tessere.claims.assurance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The published JSON schemas {@code verified_claims.json} and {@code claims_schema.json} of OpenID Connect for Identity
 * Assurance 1.0, rule by rule, as far as a document as evidence and the claims of this provider go.
 */
final class VerifiedClaimsShape {
    private static final String DATE = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
    private static final String DATE_TIME =
            DATE + "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})";
    private static final String TEXT = "(?s).*";
    private static final String OBJECT = "object";
    private static final String LIST = "list";

    /** What each object may hold, and must. Members of {@code verification} and {@code evidence} may be others as well. */
    private static final Map<String, Rule> RULES = Map.of(
            "verified_claims",
                    new Rule(Set.of("verification", "claims"), true, Map.of("verification", OBJECT, "claims", OBJECT)),
            "verification",
                    new Rule(
                            Set.of("trust_framework"),
                            false,
                            Map.of(
                                    "trust_framework", TEXT,
                                    "assurance_level", TEXT,
                                    "verification_process", TEXT,
                                    "time", DATE_TIME,
                                    "evidence", LIST)),
            "evidence",
                    new Rule(
                            Set.of("type"),
                            false,
                            Map.of(
                                    "type",
                                    "document|electronic_record|vouch|electronic_signature",
                                    "check_details",
                                    LIST,
                                    "document_details",
                                    OBJECT)),
            "check_details",
                    new Rule(
                            Set.of("check_method"),
                            true,
                            Map.of("check_method", TEXT, "check_id", TEXT, "organization", TEXT, "time", DATE_TIME)),
            "document_details",
                    new Rule(
                            Set.of("type"),
                            true,
                            Map.of(
                                    "type", TEXT,
                                    "document_number", TEXT,
                                    "serial_number", TEXT,
                                    "date_of_issuance", DATE,
                                    "date_of_expiry", DATE,
                                    "issuer", OBJECT)),
            "issuer",
                    new Rule(
                            Set.of(),
                            true,
                            Map.of(
                                    "country", TEXT,
                                    "country_code", TEXT,
                                    "formatted", TEXT,
                                    "jurisdiction", TEXT,
                                    "locality", TEXT,
                                    "name", TEXT,
                                    "postal_code", TEXT,
                                    "region", TEXT,
                                    "street_address", TEXT)),
            "claims",
                    new Rule(
                            Set.of(),
                            false,
                            Map.of(
                                    "birthdate", "[0-9]{4}-[01][0-9]-[0-3][0-9]",
                                    "family_name", TEXT,
                                    "given_name", TEXT,
                                    "name", TEXT,
                                    "gender", TEXT,
                                    "nationalities", LIST)));

    private final List<String> faults = new ArrayList<>();

    private VerifiedClaimsShape() {}

    /**
     * What an object may hold.
     *
     * @param required names it must have
     * @param closed true if it may have no other names
     * @param members kind of value by name: a pattern for a text, or one of the words for object and list
     */
    private record Rule(Set<String> required, boolean closed, Map<String, String> members) {}

    static List<String> faults(JsonNode answer) {
        VerifiedClaimsShape shape = new VerifiedClaimsShape();
        shape.object("verified_claims", answer);
        return shape.faults;
    }

    private void object(String name, JsonNode node) {
        Rule rule = Objects.requireNonNull(RULES.get(name), name);
        if (!node.isObject()) {
            faults.add(name + " is no object");
            return;
        }
        for (String required : rule.required()) {
            if (!node.has(required)) {
                faults.add(name + " lacks " + required);
            }
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String kind = rule.members().get(member.getKey());
            if (kind != null) {
                value(member.getKey(), kind, member.getValue());
            } else if (rule.closed()) {
                faults.add(name + " has " + member.getKey());
            }
        }
    }

    private void value(String name, String kind, JsonNode value) {
        if (kind.equals(OBJECT)) {
            object(name, value);
        } else if (kind.equals(LIST)) {
            if (!value.isArray() || value.isEmpty()) {
                faults.add(name + " is no list with an entry");
            }
            value.forEach(entry -> entry(name, entry));
        } else if (!value.isTextual() || !Pattern.matches(kind, value.textValue())) {
            faults.add(name + " is " + value);
        }
    }

    private void entry(String name, JsonNode entry) {
        if (name.equals("nationalities")) {
            value(name, "[a-zA-Z]{2}[a-zA-Z]?", entry);
        } else {
            object(name, entry);
        }
    }
}
