package fr.tessere.keycloak.login;

import fr.tessere.audit.receipt.Receipt;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.Channel;
import fr.tessere.verification.assurance.AssuranceLevel;
import fr.tessere.verification.assurance.AssurancePolicy;
import fr.tessere.verification.assurance.Factor;
import fr.tessere.verification.assurance.Rule;
import fr.tessere.verification.evidence.Evidence;
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

/** Says in a receipt why a level was given: the evidence, the rules, and nobody's data. */
final class Receipts {
    private Receipts() {}

    /** The receipt of a decision; the digest of EF.SOD, which is one person's, is keyed. */
    static Receipt of(
            Evidence evidence,
            AssuranceLevel level,
            AssurancePolicy policy,
            Channel channel,
            Set<Factor> factors,
            UnaryOperator<String> keyed) {
        Map<String, String> algorithms = new LinkedHashMap<>();
        algorithms.put("chip", evidence.proofAlgorithm().isEmpty() ? "none" : evidence.proofAlgorithm());
        algorithms.put("signature", evidence.signatureAlgorithm());
        algorithms.put("digest", evidence.digestAlgorithm());
        Map<String, String> checks = evidence.checks().entrySet().stream()
                .collect(Collectors.toMap(
                        one -> one.getKey().word(), one -> one.getValue().word()));
        List<String> flags = new ArrayList<>();
        if (evidence.specimen()) {
            flags.add("specimen");
        }
        if (evidence.documentExpired()) {
            flags.add("document-expired");
        }
        return new Receipt(
                level.acr(),
                version(policy),
                channel.word(),
                factors.stream().map(Receipts::word).toList(),
                evidence.proof().word(),
                algorithms,
                evidence.signerDigest().toHex().toLowerCase(Locale.ROOT),
                evidence.signerCountry(),
                evidence.trustVersion(),
                keyed.apply(hex(evidence.securityObjectDigest())),
                checks,
                evidence.weaknesses().stream().map(Weakness::word).toList(),
                evidence.status().status().word() + " " + evidence.status().source(),
                flags,
                evidence.at());
    }

    /** The first 32 digits of the SHA-256 of the rules, each a line with its words in order. */
    static String version(AssurancePolicy policy) {
        String text = policy.rules().stream().map(Receipts::line).collect(Collectors.joining("\n"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 32);
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
        return values.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    private static String word(Factor factor) {
        return factor.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String hex(Bytes bytes) {
        return bytes.toHex().toLowerCase(Locale.ROOT);
    }
}
