package fr.tessere.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/** What proving a document costs above the operations it cannot do without, by which provider, among how many anchors. */
final class ProofCost {
    /** Chip Authentication on P-384 with AES-256. */
    static final String LONG_KEYS = "passport-p384-aes256";

    private static final List<String> DOCUMENTS = List.of(SignInCost.CARD, LONG_KEYS);
    private static final List<String> PROVIDERS = List.of("jdk", "bouncy-castle", "corretto");
    private static final Map<String, String> WAYS = Map.of(
            "bare", "the bare operations: digests by the JDK, curves by Bouncy Castle",
            "product", "**the product**, document signer cached",
            "productSignerNew", "the product, document signer never seen",
            "plainCode", "before: jMRTD and Java's interfaces, no provider named, nothing cached");

    private final JmhRun proofs;
    private final JmhRun providers;
    private final JmhRun lookups;

    private ProofCost(JmhRun proofs, JmhRun providers, JmhRun lookups) {
        this.proofs = proofs;
        this.providers = providers;
        this.lookups = lookups;
    }

    /** Measures in windows of so many milliseconds; what parses most is warmed up longest. */
    static ProofCost measure(int window) throws RunnerException {
        return new ProofCost(
                JmhRun.of(ProofBenchmark.class, 3, 50 * window, window, Map.of("profile", DOCUMENTS)),
                JmhRun.of(ProviderBenchmark.class, 1, 5 * window, window, Map.of("provider", PROVIDERS)),
                JmhRun.of(LookupBenchmark.class, 1, 10 * window, window, Map.of("anchors", List.of("10", "1200"))));
    }

    /** How many times the bare operations the product costs for this document. */
    double ratio(String profile) {
        return proofs.line("product", profile).least()
                / proofs.line("bare", profile).least();
    }

    /** How many times as long the country signer is looked for among 1,200 as among 10. */
    double growth() {
        return lookups.line("candidates", "1200").least()
                / lookups.line("candidates", "10").least();
    }

    /** The results in Markdown. */
    String tables() {
        return proofTable() + "\n" + providerTable() + "\n" + lookupTable();
    }

    private String proofTable() {
        StringBuilder table = new StringBuilder("""
                ## Passive and Chip Authentication above their bare operations

                One JMH run of three processes for each line, processor time in microseconds for one document: EF.SOD verified, DG14 and DG1 compared with it,
                keys agreed with the chip, commands protected, answers opened. The bare operations are the same ones called
                directly on decoded parameters, by the same providers; nothing is parsed or checked there. Ratios are of the
                least windows.

                | document | way | median | least | of the bare |
                | --- | --- | ---: | ---: | ---: |
                """);
        for (String document : DOCUMENTS) {
            double bare = proofs.line("bare", document).least();
            for (String way : List.of("bare", "product", "productSignerNew", "plainCode")) {
                JmhRun.Line line = proofs.line(way, document);
                table.append(String.format(
                        Locale.ROOT,
                        "| %s | %s | %.1f | %.1f | %.2f |\n",
                        document,
                        WAYS.get(way),
                        line.median(),
                        line.least(),
                        line.least() / bare));
            }
        }
        return table.toString();
    }

    private String providerTable() {
        StringBuilder table = new StringBuilder("""
                ## The same operation by three providers

                Java's interfaces, keys decoded by the provider itself, processor time in microseconds (least window). Curves
                are computed by Bouncy Castle, RSA and digests by the JDK, each named; why not Corretto: decision 20.

                | operation | JDK | Bouncy Castle | Amazon Corretto 2.5.0 |
                | --- | ---: | ---: | ---: |
                """);
        operations()
                .forEach((operation, name) -> table.append(String.format(
                        Locale.ROOT,
                        "| %s | %.1f | %.1f | %.1f |\n",
                        name,
                        providers.line(operation, "jdk").least(),
                        providers.line(operation, "bouncy-castle").least(),
                        providers.line(operation, "corretto").least())));
        return table.toString();
    }

    private static Map<String, String> operations() {
        Map<String, String> operations = new LinkedHashMap<>();
        operations.put("ecdsaP256Verify", "ECDSA P-256, verify (document signer, a service's assertion)");
        operations.put("ecdsaP256Sign", "ECDSA P-256, sign (a token)");
        operations.put("ecdsaP384Verify", "ECDSA P-384, verify");
        operations.put("agreementP256", "key pair and ECDH, P-256");
        operations.put("agreementP384", "key pair and ECDH, P-384");
        operations.put("rsa2048Verify", "RSA 2048, verify");
        operations.put("sha256", "SHA-256 of 1 KiB");
        return operations;
    }

    private String lookupTable() {
        StringBuilder table = new StringBuilder("""
                ## Finding the country signer

                Processor time in microseconds (least window), among 10 and among 1,200 country signers, five of one name.

                | operation | 10 | 1,200 |
                | --- | ---: | ---: |
                """);
        Map<String, String> operations = new LinkedHashMap<>();
        operations.put("candidates", "country signers that may have issued the certificate");
        operations.put("passiveSignerNew", "passive authentication, document signer never seen");
        operations.put("passiveSignerKnown", "passive authentication, document signer cached");
        operations.forEach((operation, name) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f |\n",
                name,
                lookups.line(operation, "10").least(),
                lookups.line(operation, "1200").least())));
        return table.toString();
    }
}
