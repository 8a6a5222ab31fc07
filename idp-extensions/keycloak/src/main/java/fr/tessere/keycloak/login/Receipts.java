package fr.tessere.keycloak.login;

import fr.tessere.audit.receipt.Receipt;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.Channel;
import fr.tessere.verification.Verified;
import fr.tessere.verification.assurance.AssuranceLevel;
import fr.tessere.verification.assurance.AssurancePolicy;
import fr.tessere.verification.assurance.Rule;
import fr.tessere.verification.evidence.Basis;
import fr.tessere.verification.evidence.Evidence;
import fr.tessere.verification.evidence.Input;
import fr.tessere.verification.evidence.Weakness;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Says in a receipt why a level was given: the evidence, what it rests on, the rules, and nobody's data. */
final class Receipts {
    /** Flag of a receipt whose level counts that an agent compared the holder with the document. */
    static final String HOLDER_COMPARED = "holder-compared";

    private Receipts() {}

    /**
     * The receipt of a decision.
     *
     * @param alone level that the document reaches by itself
     * @param reaches level that it reaches together with a second factor
     * @param compared true if an agent compared the holder with it, and that counts
     * @param keyed makes a digest that is one document's into one that only the log's key can trace back
     */
    static Receipt of(
            Verified verified,
            AssuranceLevel alone,
            AssuranceLevel reaches,
            boolean compared,
            AssurancePolicy policy,
            Channel channel,
            UnaryOperator<String> keyed) {
        Evidence evidence = verified.evidence();
        Basis basis = verified.decision().basis();
        return new Receipt(
                alone.acr(),
                reaches.acr(),
                version(policy),
                basis.policy(),
                channel.word(),
                evidence.proof().word(),
                algorithms(evidence),
                evidence.signerCountry(),
                basis.trustVersion(),
                inputs(basis, keyed),
                basis.revocationLists().stream()
                        .map(list -> "%s %s %s"
                                .formatted(
                                        list.number().isEmpty() ? "-" : list.number(),
                                        list.thisUpdate(),
                                        hex(list.digest().toArray())))
                        .toList(),
                evidence.checks().entrySet().stream()
                        .collect(Collectors.toMap(
                                one -> one.getKey().word(),
                                one -> one.getValue().word())),
                evidence.weaknesses().stream().map(Weakness::word).toList(),
                evidence.status().status().word() + " " + evidence.status().source(),
                flags(evidence, compared),
                evidence.at());
    }

    /** Certificates and lists by their digest; files of the chip, which are one person's, by a keyed one. */
    private static Map<String, String> inputs(Basis basis, UnaryOperator<String> keyed) {
        Map<String, String> inputs = new LinkedHashMap<>();
        for (Input input : basis.inputs()) {
            String digest = hex(input.digest().toArray());
            inputs.put(
                    input.name(),
                    FileId.ofWord(input.name()).isPresent()
                            ? "keyed " + keyed.apply(digest)
                            : input.form().word() + " " + digest);
        }
        return inputs;
    }

    private static Map<String, String> algorithms(Evidence evidence) {
        Map<String, String> algorithms = new LinkedHashMap<>();
        algorithms.put("chip", evidence.proofAlgorithm().isEmpty() ? "none" : evidence.proofAlgorithm());
        algorithms.put("signature", evidence.signatureAlgorithm());
        algorithms.put("digest", evidence.digestAlgorithm());
        return algorithms;
    }

    private static List<String> flags(Evidence evidence, boolean compared) {
        List<String> flags = new ArrayList<>();
        if (evidence.specimen()) {
            flags.add("specimen");
        }
        if (evidence.documentExpired()) {
            flags.add("document-expired");
        }
        if (compared) {
            flags.add(HOLDER_COMPARED);
        }
        return flags;
    }

    /** The first 32 digits of the SHA-256 of the rules, each a line with its words in order. */
    static String version(AssurancePolicy policy) {
        String text = policy.rules().stream().map(Receipts::line).collect(Collectors.joining("\n"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return hex(digest).substring(0, 32);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static String line(Rule rule) {
        return String.join(
                " ",
                rule.level().acr(),
                words(rule.proofs()),
                words(rule.secondFactor()),
                Boolean.toString(rule.holderVerified()),
                Boolean.toString(rule.validDocument()),
                Boolean.toString(rule.knownStatus()),
                words(rule.channels()));
    }

    private static String words(Set<? extends Enum<?>> values) {
        return values.stream()
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
