package fr.tessere.tools;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tessere.verification.DocumentVerdict;
import fr.tessere.verification.Refused;
import fr.tessere.verification.evidence.Weakness;
import java.util.ArrayList;
import java.util.List;

/** A verdict for a person, and the same as JSON. */
final class VerdictReport {
    private final Texts texts;

    VerdictReport(Texts texts) {
        this.texts = texts;
    }

    /** Verdict, cause, checks in words, weaknesses, time and trust, in lines. */
    String text(DocumentVerdict verdict) {
        List<String> lines = new ArrayList<>();
        verdict.refusal().ifPresentOrElse(refusal -> refused(lines, refusal), () -> lines.add(texts.say("verified")));
        lines.add("");
        lines.add(texts.say("checks"));
        verdict.checks()
                .forEach((check, result) -> lines.add("  %-18s  %s"
                        .formatted(
                                texts.say("result." + result.word().replace(' ', '-')),
                                texts.say("check." + check.word()))));
        if (!verdict.weaknesses().isEmpty()) {
            lines.add("");
            lines.add(texts.say("weaknesses"));
            verdict.weaknesses().stream().sorted().forEach(weak -> lines.add("  " + words(weak)));
        }
        lines.add("");
        if (verdict.specimen()) {
            lines.add(texts.say("specimen"));
        }
        lines.add(texts.say("at", verdict.decision().at()));
        lines.add(texts.say("trust-version", verdict.decision().basis().trustVersion()));
        return String.join(System.lineSeparator(), lines);
    }

    /** For programs; the words are those of receipts and do not change with the language. */
    static ObjectNode json(DocumentVerdict verdict) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        DecisionJson.write(verdict.decision(), node);
        node.put("detail", verdict.refusal().map(Refused::detail).orElse(null));
        node.put("specimen", verdict.specimen());
        node.put("defectList", verdict.defectList());
        ArrayNode defects = node.putArray("defects");
        verdict.defects().stream().sorted().forEach(defects::add);
        return node;
    }

    /** Whether a decision made again is the same, for a person. */
    String confirmation(List<String> differences) {
        return differences.isEmpty()
                ? texts.say("confirmed")
                : texts.say("not-confirmed", String.join(", ", differences));
    }

    private void refused(List<String> lines, Refused refusal) {
        lines.add(texts.say("refused", refusal.code().word()));
        lines.add("  " + texts.wording().happened(refusal.code()));
        lines.add("  " + texts.wording().next(refusal.code()));
        lines.add("  " + texts.say("detail", refusal.detail()));
    }

    private String words(Weakness weakness) {
        return texts.say("weakness." + weakness.word());
    }
}
