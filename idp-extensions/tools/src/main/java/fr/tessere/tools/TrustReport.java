package fr.tessere.tools;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tessere.verification.trust.CountrySigner;
import fr.tessere.verification.trust.SignedCertificate;
import fr.tessere.verification.trust.TrustSurvey;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a trust folder holds, country by country, for a person and as JSON. */
final class TrustReport {
    private final Path folder;
    private final TrustSurvey survey;
    private final Map<String, List<CountrySigner>> countries;

    TrustReport(Path folder, TrustSurvey survey) {
        this.folder = folder;
        this.survey = survey;
        countries = survey.anchors().all().stream()
                .sorted(Comparator.comparing(anchor -> anchor.certificate().notAfter()))
                .collect(Collectors.groupingBy(
                        anchor -> anchor.certificate().country(), TreeMap::new, Collectors.toList()));
    }

    /** In lines. */
    String text(Texts texts) {
        List<String> lines = new ArrayList<>();
        countries.forEach((country, anchors) -> {
            lines.add(texts.say("trust.country", country.isEmpty() ? "--" : country, anchors.size()));
            for (CountrySigner anchor : anchors) {
                String key = keyId(anchor);
                lines.add("  " + texts.say("trust.certificate", key.isEmpty() ? "-" : key, expiry(anchor))
                        + (anchor.specimen() ? ", " + texts.say("trust.specimen") : ""));
            }
        });
        lines.add(texts.say(
                "trust.total",
                countries.size(),
                survey.anchors().all().size(),
                survey.loaded().size()));
        lines.add(texts.say("trust-version", survey.anchors().version()));
        if (!survey.refused().isEmpty()) {
            lines.add("");
            lines.add(texts.say("trust.refused"));
            survey.refused().forEach(file -> lines.add("  " + name(file.file()) + ": " + file.reason()));
        }
        return String.join(System.lineSeparator(), lines);
    }

    /** For programs: the same, with the files that were used. */
    ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode list = node.putArray("countries");
        countries.forEach((country, anchors) -> {
            ObjectNode entry = list.addObject().put("country", country).put("number", anchors.size());
            ArrayNode certificates = entry.putArray("certificates");
            for (CountrySigner anchor : anchors) {
                SignedCertificate certificate = anchor.certificate();
                certificates
                        .addObject()
                        .put("keyId", keyId(anchor))
                        .put("notAfter", certificate.notAfter().toString())
                        .put("specimen", anchor.specimen());
            }
        });
        ArrayNode loaded = node.putArray("loaded");
        survey.loaded()
                .forEach(file ->
                        loaded.addObject().put("file", name(file.file())).put("objects", file.objects()));
        ArrayNode refused = node.putArray("refused");
        survey.refused()
                .forEach(file ->
                        refused.addObject().put("file", name(file.file())).put("reason", file.reason()));
        node.put("trustVersion", survey.anchors().version());
        return node;
    }

    private static String keyId(CountrySigner anchor) {
        return anchor.certificate().subjectKeyId().toHex().toLowerCase(Locale.ROOT);
    }

    private static String expiry(CountrySigner anchor) {
        return anchor.certificate()
                .notAfter()
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
    }

    private String name(Path file) {
        return folder.relativize(file).toString();
    }
}
