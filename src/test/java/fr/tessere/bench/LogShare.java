package fr.tessere.bench;

import fr.tessere.bench.ProcessorTime.Work;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.SpecimenCard;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What the log costs a sign-in at one level: pairs of windows, at a server as it is delivered and at one that puts no entry together. */
final class LogShare {
    /** What is aimed at: of a sign-in's processor time at the server. */
    private static final double AIM = 0.05;

    private static final int IN_ONE_TURN = 20;

    private final String title;
    private final Window delivered;
    private final Window logless;

    LogShare(String title, String level, MeasuredServer with, MeasuredServer without, SpecimenCard card) {
        this.title = title;
        this.delivered = new Window(with.time(), () -> SignInCost.byChip(with.keycloak(), card, level));
        this.logless = new Window(without.time(), () -> SignInCost.byChip(without.keycloak(), card, level));
    }

    /** Some sign-ins at each server, which do not count. */
    int warm() throws ReadingException {
        delivered.run(IN_ONE_TURN);
        logless.run(IN_ONE_TURN);
        return IN_ONE_TURN;
    }

    /** One pair. Who is first in it changes, so that what comes and goes on the machine meets both. */
    void measure(int pair) throws IOException, ReadingException {
        for (Window one : pair % 2 == 0 ? List.of(delivered, logless) : List.of(logless, delivered)) {
            one.measure(IN_ONE_TURN);
        }
    }

    boolean isMet() {
        return cost(Set.of()) <= AIM;
    }

    /** Median of what the pairs differ by, of a sign-in without a log: each pair was measured within a second or two. */
    private double cost(Set<Work> aside) {
        double[] with = delivered.totals(aside).toArray();
        double[] without = logless.totals(aside).toArray();
        return Window.median(IntStream.range(0, with.length).mapToDouble(pair -> with[pair] - without[pair]))
                / Window.median(DoubleStream.of(without));
    }

    /** Markdown. */
    String report() {
        StringBuilder table = new StringBuilder("""
                ### %s

                | | with the log | without |
                | --- | ---: | ---: |
                """.formatted(title));
        row(table, "median", delivered.median(), logless.median());
        row(table, "least", least(delivered), least(logless));
        row(table, "most", most(delivered), most(logless));
        for (Work work : Work.values()) {
            row(table, work.title(), delivered.median(work), logless.median(work));
        }
        return table
                + String.format(
                        Locale.ROOT,
                        "%nThe log costs %.1f %% of it (median of what the pairs differ by); aim at most %.0f %%: %s. Of all but the"
                                + " database, %.1f %%.%n%n",
                        100 * cost(Set.of()),
                        100 * AIM,
                        isMet() ? "met" : "**missed**",
                        100 * cost(EnumSet.of(Work.DATABASE)));
    }

    private static double least(Window window) {
        return window.totals().min().orElseThrow();
    }

    private static double most(Window window) {
        return window.totals().max().orElseThrow();
    }

    private static void row(StringBuilder table, String name, double with, double without) {
        table.append(String.format(Locale.ROOT, "| %s | %.2f | %.2f |%n", name, with, without));
    }
}
