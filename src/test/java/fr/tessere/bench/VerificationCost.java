package fr.tessere.bench;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/** Runs {@link VerificationBenchmark} and writes its results down. */
final class VerificationCost {
    private static final Map<String, String> OPERATIONS = operations();
    private static final List<String> WHOLE = List.of("firstCall", "secondCall");

    private final JmhRun run;

    private VerificationCost(JmhRun run) {
        this.run = run;
    }

    /** Measures these documents, in windows of so many milliseconds. */
    static VerificationCost measure(List<String> profiles, int window) throws RunnerException {
        return new VerificationCost(
                JmhRun.of(VerificationBenchmark.class, 1, 20 * window, window, Map.of("profile", profiles)));
    }

    /** The verification of a document of this profile, both calls, milliseconds of processor time. */
    double millis(String profile) {
        return WHOLE.stream()
                        .mapToDouble(call -> run.line(call, profile).median())
                        .sum()
                / 1_000;
    }

    /** The results in Markdown. */
    String table() {
        StringBuilder table = new StringBuilder("""
                ## One verification, and the cryptographic operations in it

                JMH, one thread, one fork; processor time of the whole process (garbage collection too) for one operation,
                microseconds, in the middle and in the least of its windows. The first two lines of a document are all that
                the server computes for the reader's two messages; the others are parts of them.

                | document | operation | median | least |
                | --- | --- | ---: | ---: |
                """);
        List<String> order = List.copyOf(OPERATIONS.keySet());
        run.lines().stream()
                .sorted(Comparator.comparing(JmhRun.Line::parameter)
                        .thenComparing(line -> order.indexOf(line.benchmark())))
                .map(line -> String.format(
                        Locale.ROOT,
                        "| %s | %s | %.1f | %.1f |\n",
                        line.parameter(),
                        OPERATIONS.get(line.benchmark()),
                        line.median(),
                        line.least()))
                .forEach(table::append);
        return table.toString();
    }

    private static Map<String, String> operations() {
        Map<String, String> operations = new LinkedHashMap<>();
        operations.put("firstCall", "**first call** (`chip`): all");
        operations.put("secondCall", "**second call** (`proof`): all");
        operations.put("passiveSignerKnown", "passive authentication, document signer cached");
        operations.put("passiveSignerNew", "passive authentication, document signer never seen");
        operations.put("parse", "EF.SOD: parsing");
        operations.put("sodSignature", "EF.SOD: digest and signature");
        operations.put("signerChain", "document signer: certificate, key, country signer's signature");
        operations.put("dataGroupDigest", "DG1: digest");
        operations.put("newSession", "chip key decoded; CA: key pair and ECDH, AA: challenge");
        operations.put("script", "commands; CA: protected by secure messaging");
        operations.put("chipProof", "answers; CA: secure messaging opened, AA: signature over the challenge");
        return operations;
    }
}
