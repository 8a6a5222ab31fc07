package fr.tessere.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * One run of JMH over some benchmarks: processor time of the measured process for one operation, microseconds. Where other
 * programs share the machine they push single windows up and none down, so the least window is what lines are compared by.
 */
final class JmhRun {
    private static final int WARM_UP = 5;
    private static final int WINDOWS = 9;

    private final Collection<RunResult> results;

    private JmhRun(Collection<RunResult> results) {
        this.results = results;
    }

    /**
     * Measures all benchmarks of a class.
     *
     * @param forks processes, one behind the other: Java may compile the same code better or worse for good
     * @param warmUp milliseconds before the first window. Java compiles a method for good after some ten thousand calls:
     *     parsing needs them, operations on curves do not
     * @param window milliseconds of each of the windows
     */
    static JmhRun of(Class<?> benchmarks, int forks, int warmUp, int window, Map<String, List<String>> parameters)
            throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(benchmarks.getName() + ".*")
                .forks(forks)
                .warmupIterations(WARM_UP)
                .warmupTime(TimeValue.milliseconds(warmUp / WARM_UP))
                .measurementIterations(WINDOWS)
                .measurementTime(TimeValue.milliseconds(window))
                .addProfiler(ProcessorTimeProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .jvmArgsAppend("-Dtessere.root=" + System.getProperty("tessere.root", "../.."));
        parameters.forEach((name, values) -> options.param(name, values.toArray(String[]::new)));
        return new JmhRun(new Runner(options.build()).run());
    }

    /** All benchmarks with their parameters, in JMH's order. */
    List<Line> lines() {
        return results.stream().map(Line::new).toList();
    }

    /** The line of this benchmark with this value of its first parameter. */
    Line line(String benchmark, String parameter) {
        return lines().stream()
                .filter(line ->
                        line.benchmark().equals(benchmark) && line.parameter().equals(parameter))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no result of " + benchmark + " " + parameter));
    }

    /**
     * One benchmark with one set of parameters.
     *
     * @param result what JMH says of it
     */
    record Line(RunResult result) {
        /** The method's name. */
        String benchmark() {
            String name = result.getParams().getBenchmark();
            return name.substring(name.lastIndexOf('.') + 1);
        }

        /** The value of its first parameter, or empty. */
        String parameter() {
            return result.getParams().getParamsKeys().stream()
                    .findFirst()
                    .map(result.getParams()::getParam)
                    .orElse("");
        }

        /** Processor time of the middle window, microseconds for one operation. */
        double median() {
            double[] sorted = windows().sorted().toArray();
            return sorted[sorted.length / 2];
        }

        /** Processor time of the least window, microseconds for one operation. */
        double least() {
            return Arrays.stream(windows().toArray()).min().orElseThrow();
        }

        private DoubleStream windows() {
            return result.getBenchmarkResults().stream()
                    .map(BenchmarkResult::getIterationResults)
                    .flatMap(Collection::stream)
                    .mapToDouble(Line::processorTime);
        }

        private static double processorTime(IterationResult window) {
            return window.getSecondaryResults().entrySet().stream()
                    .filter(entry -> entry.getKey().endsWith(ProcessorTimeProfiler.RESULT))
                    .map(Map.Entry::getValue)
                    .map(Objects::requireNonNull)
                    .mapToDouble(Result::getScore)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
