package fr.tessere.bench;

import fr.tessere.server.ServerKind;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** {@code tessere bench signin [--postgres] [--pairs N] [--warm-up N]}: the processor time of sign-ins, and nothing else. */
public final class SignInBench {
    private SignInBench() {}

    /** Measures and prints Markdown. */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Optional<Rounds> rounds = Rounds.of(arguments);
        if (rounds.isEmpty()) {
            out.println("tessere bench signin [--postgres] [--pairs N] [--warm-up N]");
            System.exit(64);
        }
        try (MeasuredServer server = rounds.get().start(ServerKind.forGood())) {
            SignInCost cost = SignInCost.measure(
                    server, rounds.get().warmUp(), rounds.get().pairs());
            out.printf(
                    "Measured on %s by `src/main/bin/tessere bench signin %s`, %d cores.%n%n",
                    LocalDate.now(ZoneOffset.UTC),
                    String.join(" ", arguments),
                    Runtime.getRuntime().availableProcessors());
            out.println(Bench.aims(cost));
            out.println(cost.table());
        }
        System.exit(0);
    }
}
