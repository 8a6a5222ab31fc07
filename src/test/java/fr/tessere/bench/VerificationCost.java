package fr.tessere.bench;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link VerificationBenchmark} and writes its results down. */
final class VerificationCost {
    private static final List<String> ORDER = List.of(
            "firstCall",
            "secondCall",
            "passiveAuthenticationSignerKnown",
            "passiveAuthenticationSignerNew",
            "dataGroupHash",
            "ephemeralKeyAndAgreement");

    private VerificationCost() {}

    static String measure() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(VerificationBenchmark.class.getName() + ".*")
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1))
                        .verbosity(VerboseMode.SILENT)
                        .jvmArgsAppend("-Dtessere.root=" + System.getProperty("tessere.root", "../.."))
                        .build())
                .run();
        StringBuilder table = new StringBuilder("""
                ## One verification, and the cryptographic operations in it

                JMH, one thread, microseconds for one operation (mean, and half of the 99.9 % interval). `firstCall` and
                `secondCall` are all that the server computes for the reader's two messages; the others are parts of them.

                | document | operation | µs | ± |
                | --- | --- | ---: | ---: |
                """);
        results.stream()
                .sorted(Comparator.comparing(
                                (RunResult result) -> result.getParams().getParam("profile"))
                        .thenComparing(result -> ORDER.indexOf(operation(result))))
                .map(VerificationCost::row)
                .forEach(table::append);
        return table.toString();
    }

    private static String row(RunResult result) {
        double error = result.getPrimaryResult().getScoreError();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.0f | %s |\n",
                result.getParams().getParam("profile"),
                operation(result),
                result.getPrimaryResult().getScore(),
                Double.isNaN(error) ? "" : String.format(Locale.ROOT, "%.0f", error));
    }

    private static String operation(RunResult result) {
        String name = result.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
