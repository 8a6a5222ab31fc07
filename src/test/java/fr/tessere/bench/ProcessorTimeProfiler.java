package fr.tessere.bench;

import fr.tessere.bench.ProcessorTime.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Processor time of the measured process beside JMH's elapsed time: garbage collection too, Java's compilers not, and not
 * what other programs took from the machine meanwhile. JMH makes it by its name.
 */
public final class ProcessorTimeProfiler implements InternalProfiler {
    /** Name of the result, microseconds for one operation. */
    static final String RESULT = "processor-time";

    private static final double MICROS_PER_MILLI = 1_000;

    private final ProcessorTime time =
            new ProcessorTime(() -> List.of(ProcessHandle.current().pid()));
    private double before;

    @Override
    public String getDescription() {
        return "processor time for one operation";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = micros();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double each = (micros() - before) / Math.max(1, result.getMetadata().getAllOps());
        return List.of(new ScalarResult(RESULT, each, "us/op", AggregationPolicy.AVG));
    }

    private double micros() {
        try {
            return MICROS_PER_MILLI
                    * time.millis().entrySet().stream()
                            .filter(entry -> entry.getKey() != Work.COMPILATION)
                            .mapToDouble(Map.Entry::getValue)
                            .sum();
        } catch (IOException accident) {
            throw new UncheckedIOException(accident);
        }
    }
}
