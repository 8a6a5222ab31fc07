package fr.tessere.claims.assurance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tessere.verification.assurance.AssuranceLevel;
import fr.tessere.verification.evidence.Proof;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** All that could be said of a verification; what is said is cut from it. */
final class VerificationTree {
    /** Our own: {@code eidas} belongs to schemes that a State notified. */
    static final String TRUST_FRAMEWORK = "fr_tessere";
    /** The one kind of evidence. */
    static final String EVIDENCE = "document";
    /** Ways to check a document, as the eKYC and Identity Assurance working group names them. */
    static final List<String> CHECK_METHODS = List.of("vcrypt", "data", "vpip", "pvp");

    private VerificationTree() {}

    static ObjectNode of(CheckedDocument document, AssuranceLevel level) {
        String time = time(document.at());
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("trust_framework", TRUST_FRAMEWORK);
        tree.put("assurance_level", level.acr());
        tree.put("time", time);
        ObjectNode evidence = tree.putArray("evidence").addObject();
        evidence.put("type", EVIDENCE);
        ArrayNode checks = evidence.putArray("check_details");
        check(checks, "vcrypt", "passive-authentication", time);
        if (document.proof() != Proof.NONE) {
            check(checks, "vcrypt", document.proof().word(), time);
        }
        if (document.statusKnown()) {
            check(checks, "data", "document-status", time);
        }
        document.compared().map(VerificationTree::time).ifPresent(counter -> {
            // eKYC and identity assurance, check methods: the document inspected, and the person compared with it, in
            // person
            check(checks, "vpip", "document-inspected-by-agent", counter);
            check(checks, "pvp", "holder-compared-by-agent", counter);
        });
        if (document.mayBeNamed()) {
            ObjectNode details = evidence.putObject("document_details");
            details.put("type", document.type());
            details.put("date_of_expiry", document.expiry().toString());
            details.putObject("issuer").put("country_code", document.issuingState());
        }
        return tree;
    }

    private static void check(ArrayNode checks, String method, String id, String time) {
        checks.addObject().put("check_method", method).put("check_id", id).put("time", time);
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
