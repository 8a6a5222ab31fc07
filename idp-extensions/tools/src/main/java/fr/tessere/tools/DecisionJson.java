package fr.tessere.tools;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.Decision;
import fr.tessere.verification.evidence.Weakness;
import java.util.Locale;

/** The account of a verdict as JSON; the words are those of receipts and do not change with the language. */
final class DecisionJson {
    private DecisionJson() {}

    /** Adds the members of a decision to an object. */
    static void write(Decision decision, ObjectNode node) {
        node.put("form", Decision.FORM);
        node.put("verdict", decision.refusal().isEmpty() ? "verified" : "refused");
        node.put("code", decision.refusal().map(RefusalCode::word).orElse(null));
        ArrayNode checks = node.putArray("checks");
        decision.checks().forEach(made -> {
            ObjectNode check = checks.addObject();
            check.put("name", made.check().word());
            check.put("result", made.result().word());
            ArrayNode names = check.putArray("inputs");
            made.inputs().forEach(names::add);
        });
        ArrayNode inputs = node.putArray("inputs");
        decision.basis()
                .inputs()
                .forEach(input -> inputs.addObject()
                        .put("name", input.name())
                        .put("form", input.form().word())
                        .put("digest", hex(input.digest())));
        ArrayNode lists = node.putArray("revocationLists");
        decision.basis()
                .revocationLists()
                .forEach(list -> lists.addObject()
                        .put("number", list.number())
                        .put("thisUpdate", list.thisUpdate().toString())
                        .put("digest", hex(list.digest())));
        ArrayNode weaknesses = node.putArray("weaknesses");
        decision.weaknesses().stream().sorted().map(Weakness::word).forEach(weaknesses::add);
        node.put("trustVersion", decision.basis().trustVersion());
        node.put("policy", decision.basis().policy());
        node.put("at", decision.at().toString());
    }

    private static String hex(Bytes digest) {
        return digest.toHex().toLowerCase(Locale.ROOT);
    }
}
