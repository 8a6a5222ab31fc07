package fr.tessere.bench;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link VerificationBenchmark} and writes its results down. */
final class VerificationCost {
    private static final Map<String, String> OPERATIONS = operations();
    private static final List<String> WHOLE = List.of("firstCall", "secondCall");

    private final Collection<RunResult> results;

    private VerificationCost(Collection<RunResult> results) {
        this.results = results;
    }

    /** Measures these documents; each operation is warmed up and then measured five times for so many milliseconds. */
    static VerificationCost measure(List<String> profiles, int window) throws RunnerException {
        return new VerificationCost(new Runner(new OptionsBuilder()
                        .include(VerificationBenchmark.class.getName() + ".*")
                        .param("profile", profiles.toArray(String[]::new))
                        .forks(1)
                        .warmupIterations(4)
                        .warmupTime(TimeValue.milliseconds(window))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.milliseconds(window))
                        .addProfiler(ProcessorTimeProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .jvmArgsAppend("-Dtessere.root=" + System.getProperty("tessere.root", "../.."))
                        .build())
                .run());
    }

    /** The verification of a document of this profile, both calls, milliseconds of processor time. */
    double millis(String profile) {
        return results.stream()
                        .filter(result -> profile(result).equals(profile) && WHOLE.contains(operation(result)))
                        .mapToDouble(VerificationCost::processorTime)
                        .sum()
                / 1_000;
    }

    /** The results in Markdown. */
    String table() {
        StringBuilder table = new StringBuilder("""
                ## One verification, and the cryptographic operations in it

                JMH, one thread, one fork, microseconds for one operation: processor time of the process, and elapsed time
                with half of its 99.9 % interval (other work on the machine shows there). The first two lines of a document
                are all that the server computes for the reader's two messages; the others are parts of them.

                | document | operation | processor time | elapsed | ± |
                | --- | --- | ---: | ---: | ---: |
                """);
        List<String> order = List.copyOf(OPERATIONS.keySet());
        results.stream()
                .sorted(Comparator.comparing(VerificationCost::profile)
                        .thenComparing(result -> order.indexOf(operation(result))))
                .map(VerificationCost::row)
                .forEach(table::append);
        return table.toString();
    }

    private static String row(RunResult result) {
        double error = result.getPrimaryResult().getScoreError();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.1f | %.1f | %s |\n",
                profile(result),
                OPERATIONS.get(operation(result)),
                processorTime(result),
                result.getPrimaryResult().getScore(),
                Double.isNaN(error) ? "" : String.format(Locale.ROOT, "%.1f", error));
    }

    private static double processorTime(RunResult result) {
        return result.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(ProcessorTimeProfiler.RESULT))
                .map(Map.Entry::getValue)
                .mapToDouble(Result::getScore)
                .findFirst()
                .orElseThrow();
    }

    private static String profile(RunResult result) {
        return result.getParams().getParam("profile");
    }

    private static String operation(RunResult result) {
        String name = result.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.') + 1);
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
