package fr.tessere.bench;

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
import java.util.List;
import java.util.Optional;

/**
 * {@code tessere bench append [--postgres] [--pairs N] [--warm-up N]}: what the log costs a sign-in. Two servers run side by side and take
 * turns, at two levels: one as it is delivered, and one that puts no entry together.
 */
public final class AppendBench {
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
            List<LogShare> levels = List.of(
                    new LogShare("The card alone (eidas1)", "eidas1", with, without, card),
                    new LogShare("The card and the personal code (eidas2)", "eidas2", with, without, card));
            for (int done = 0; done < rounds.warmUp(); ) {
                for (LogShare level : levels) {
                    done += level.warm();
                }
            }
            for (int pair = 0; pair < rounds.pairs(); pair++) {
                for (LogShare level : levels) {
                    level.measure(pair);
                }
            }
            requireLog(with.keycloak(), true);
            requireLog(without.keycloak(), false);
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            out.println(head());
            levels.forEach(level -> out.print(level.report()));
            return levels.stream().allMatch(LogShare::isMet);
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

    private String head() {
        return """
                ## What writing the log costs a sign-in

                Measured on %s by `src/main/bin/tessere bench append%s --pairs %d --warm-up %d`, %d cores: two servers side by side, one as it is
                delivered and one whose `Recorder` puts no entry together, take turns with whole sign-ins by chip (%s), 20 in a
                window. Milliseconds of the server's processor time for one sign-in, without Java's compilers; the database (%s) and the threads
                that place, sign and follow entries are part of it.
                """.formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        rounds.postgres() ? " --postgres" : "",
                        rounds.pairs(),
                        rounds.warmUp(),
                        Runtime.getRuntime().availableProcessors(),
                        SignInCost.CARD,
                        rounds.postgres() ? "PostgreSQL, its processes too" : "H2, in the server's process");
    }
}
