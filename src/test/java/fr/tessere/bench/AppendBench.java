package fr.tessere.bench;

import fr.tessere.bench.ProcessorTime.Work;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.ServerKind;
import fr.tessere.server.SpecimenCard;
import fr.tessere.specimen.document.Specimens;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * {@code tessere bench append [--postgres] [--pairs N] [--warm-up N]}: what the log costs a sign-in. Two servers run side by side and take
 * turns: one as it is delivered, and one that puts no entry together.
 */
public final class AppendBench {
    /** What is aimed at: of a sign-in's processor time at the server. */
    private static final double AIM = 0.05;

    private static final int IN_ONE_TURN = 20;

    private final Rounds rounds;

    private AppendBench(Rounds rounds) {
        this.rounds = rounds;
    }

    /** Measures, prints Markdown; ends with 2 where the aim is missed. */
    public static void main(String[] arguments) throws Exception {
        Optional<Rounds> rounds = Rounds.of(arguments);
        if (rounds.isEmpty()) {
            new PrintStream(System.err, true, StandardCharsets.UTF_8)
                    .println("tessere bench append [--postgres] [--pairs N] [--warm-up N]");
            System.exit(64);
        }
        System.exit(new AppendBench(rounds.get()).run() ? 0 : 2);
    }

    private boolean run() throws IOException, ReadingException {
        try (MeasuredServer with = rounds.start(ServerKind.forGood());
                MeasuredServer without = rounds.start(ServerKind.withoutLog());
                SpecimenCard card = SpecimenCard.overTcp(Specimens.load(SignInCost.CARD))) {
            Window delivered = new Window(with.time(), () -> SignInCost.byChip(with.keycloak(), card));
            Window logless = new Window(without.time(), () -> SignInCost.byChip(without.keycloak(), card));
            for (int done = 0; done < rounds.warmUp(); done += IN_ONE_TURN) {
                delivered.run(IN_ONE_TURN);
                logless.run(IN_ONE_TURN);
            }
            for (int pair = 0; pair < rounds.pairs(); pair++) {
                // who is first in a pair changes, so that what comes and goes on the machine meets both
                List<Window> order = pair % 2 == 0 ? List.of(delivered, logless) : List.of(logless, delivered);
                for (Window one : order) {
                    one.measure(IN_ONE_TURN);
                }
            }
            requireLog(with.keycloak(), true);
            requireLog(without.keycloak(), false);
            double cost = cost(delivered, logless, Set.of());
            new PrintStream(System.out, true, StandardCharsets.UTF_8).println(report(delivered, logless, cost));
            return cost <= AIM;
        }
    }

    /** The measurement is worth nothing if the one has no log, or the other has one. */
    private static void requireLog(KeycloakServer server, boolean wanted) {
        boolean has = server.metrics()
                .lines()
                .filter(line -> line.startsWith("tessere_log_entries{realm=\"tessere\""))
                .anyMatch(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))) > 0);
        if (has != wanted) {
            throw new AssertionError(wanted ? "the delivered server has no entries" : "the other server has entries");
        }
    }

    /** Median of what the pairs differ by, of a sign-in without a log: each pair was measured within a second or two. */
    private static double cost(Window delivered, Window logless, Set<Work> without) {
        double[] with = delivered.totals(without).toArray();
        double[] none = logless.totals(without).toArray();
        return Window.median(IntStream.range(0, with.length).mapToDouble(pair -> with[pair] - none[pair]))
                / Window.median(logless.totals(without));
    }

    private String report(Window delivered, Window logless, double cost) {
        StringBuilder table = new StringBuilder(head());
        row(table, "median", delivered.median(), logless.median());
        row(
                table,
                "least",
                delivered.totals().min().orElseThrow(),
                logless.totals().min().orElseThrow());
        row(
                table,
                "most",
                delivered.totals().max().orElseThrow(),
                logless.totals().max().orElseThrow());
        for (Work work : Work.values()) {
            row(table, work.title(), delivered.median(work), logless.median(work));
        }
        return table
                + String.format(
                        Locale.ROOT,
                        "%nThe log costs %.1f %% of a sign-in (median of what the pairs differ by); aim at most %.0f %%: %s. Of what the threads of"
                                + " requests do, %.1f %%; of all but the database, %.1f %%.%n",
                        100 * cost,
                        100 * AIM,
                        cost <= AIM ? "met" : "**missed**",
                        100 * cost(delivered, logless, EnumSet.complementOf(EnumSet.of(Work.REQUESTS))),
                        100 * cost(delivered, logless, EnumSet.of(Work.DATABASE)));
    }

    private String head() {
        return """
                ## What writing the log costs a sign-in

                Measured on %s by `src/main/bin/tessere bench append%s --pairs %d --warm-up %d`, %d cores: two servers side by side, one as it is
                delivered and one whose `Recorder` puts no entry together, take turns with whole sign-ins by chip (%s), %d in a
                window. Milliseconds of the server's processor time for one sign-in, without Java's compilers; the database (%s) and the threads
                that place, sign and follow entries are part of it.

                | | with the log | without |
                | --- | ---: | ---: |
                """.formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        rounds.postgres() ? " --postgres" : "",
                        rounds.pairs(),
                        rounds.warmUp(),
                        Runtime.getRuntime().availableProcessors(),
                        SignInCost.CARD,
                        IN_ONE_TURN,
                        rounds.postgres() ? "PostgreSQL, its processes too" : "H2, in the server's process");
    }

    private static void row(StringBuilder table, String name, double with, double without) {
        table.append(String.format(Locale.ROOT, "| %s | %.2f | %.2f |%n", name, with, without));
    }
}
