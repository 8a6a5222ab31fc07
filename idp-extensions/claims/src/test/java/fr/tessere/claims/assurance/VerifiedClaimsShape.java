package fr.tessere.claims.assurance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The published JSON schema of verified_claims (ekyc-ida), retyped as far as a document as evidence goes. */
final class VerifiedClaimsShape {
    private static final String TIME =
            "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(\\.[0-9]+)?(Z|[+-][0-9:]+)";
    private static final Set<String> METHODS = Set.of(
            "vpip", "vpiruv", "vri", "vdig", "vcrypt", "data", "auth", "token", "kbv", "pvp", "pvr", "bvp", "bvr");
    private static final Set<String> VERIFICATION = Set.of(
            "trust_framework", "assurance_level", "assurance_process", "time", "verification_process", "evidence");
    private static final Set<String> EVIDENCE =
            Set.of("type", "check_details", "document_details", "time", "attachments");

    private VerifiedClaimsShape() {}

    static List<String> faults(JsonNode answer) {
        List<String> faults = new ArrayList<>();
        JsonNode verification = answer.path("verification");
        names(faults, "verified_claims", answer, Set.of("verification", "claims"));
        names(faults, "verification", verification, VERIFICATION);
        if (!verification.path("trust_framework").isTextual()) {
            faults.add("trust_framework is required");
        }
        if (!answer.path("claims").isObject() || answer.path("claims").isEmpty()) {
            faults.add("claims has at least one");
        }
        time(faults, verification);
        verification.path("evidence").forEach(evidence -> evidence(faults, evidence));
        return faults;
    }

    private static void evidence(List<String> faults, JsonNode evidence) {
        names(faults, "evidence", evidence, EVIDENCE);
        time(faults, evidence);
        if (!evidence.path("type").asText().equals("document")) {
            faults.add("type of evidence");
        }
        for (JsonNode check : evidence.path("check_details")) {
            names(faults, "check_details", check, Set.of("check_method", "organization", "check_id", "time"));
            time(faults, check);
            if (!METHODS.contains(check.path("check_method").asText())) {
                faults.add("check_method");
            }
        }
        JsonNode document = evidence.path("document_details");
        if (!document.isMissingNode()) {
            if (!Set.of("idcard", "passport", "residence_permit")
                    .contains(document.path("type").asText())) {
                faults.add("type of document");
            }
            if (!document.path("date_of_expiry").asText().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                faults.add("date_of_expiry");
            }
            if (!document.at("/issuer/country_code").asText().matches("[A-Z]{1,3}")) {
                faults.add("country_code");
            }
        }
    }

    private static void time(List<String> faults, JsonNode parent) {
        if (parent.has("time") && !parent.path("time").asText().matches(TIME)) {
            faults.add("time");
        }
    }

    private static void names(List<String> faults, String where, JsonNode node, Set<String> allowed) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!allowed.contains(member.getKey())) {
                faults.add(where + " has " + member.getKey());
            }
        }
    }
}
