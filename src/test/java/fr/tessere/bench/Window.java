package fr.tessere.bench;

import fr.tessere.bench.ProcessorTime.Work;
import fr.tessere.reader.card.ReadingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;

/** Some sign-ins of one way at one server, measured again and again. */
final class Window {
    private final ProcessorTime time;
    private final Way way;
    private final Set<Work> aside;
    private final List<Map<Work, Double>> millis = new ArrayList<>();

    /** One way to sign in. */
    interface Way {
        void signIn() throws ReadingException;
    }

    /** Java's compilers do not count: they have less and less to do the longer a server runs. */
    Window(ProcessorTime time, Way way) {
        this(time, way, EnumSet.noneOf(Work.class));
    }

    /** The same, and what these do does not count in the totals either. */
    Window(ProcessorTime time, Way way, Set<Work> aside) {
        this.time = time;
        this.way = way;
        this.aside = EnumSet.of(Work.COMPILATION);
        this.aside.addAll(aside);
    }

    void run(int times) throws ReadingException {
        for (int i = 0; i < times; i++) {
            way.signIn();
        }
    }

    void measure(int times) throws IOException, ReadingException {
        Map<Work, Double> before = time.millis();
        run(times);
        Map<Work, Double> each = new EnumMap<>(Work.class);
        time.millis().forEach((work, after) -> each.put(work, (after - before.getOrDefault(work, 0.0)) / times));
        millis.add(each);
    }

    double median() {
        return median(totals());
    }

    double median(Work work) {
        return median(millis.stream().mapToDouble(each -> each.getOrDefault(work, 0.0)));
    }

    /** All that counts. */
    DoubleStream totals() {
        return totals(EnumSet.noneOf(Work.class));
    }

    /** The same without these. */
    DoubleStream totals(Set<Work> without) {
        return millis.stream()
                .mapToDouble(each -> each.entrySet().stream()
                        .filter(entry -> !aside.contains(entry.getKey()) && !without.contains(entry.getKey()))
                        .mapToDouble(Map.Entry::getValue)
                        .sum());
    }

    static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
