package fr.tessere.bench;

import fr.tessere.server.ServerKind;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** {@code tessere bench signin [--postgres] [--pairs N] [--warm-up N]}: the processor time of sign-ins, and nothing else. */
public final class SignInBench {
    private static final int FEWEST_PAIRS = 5;

    private int pairs = 15;
    private int warmUp = 5_000;
    private boolean postgres;

    private SignInBench() {}

    /** Measures and prints Markdown. */
    public static void main(String[] arguments) throws Exception {
        SignInBench bench = new SignInBench();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (!bench.reads(arguments)) {
            out.println("tessere bench signin [--postgres] [--pairs N] [--warm-up N]");
            System.exit(64);
        }
        ServerKind kind = ServerKind.forGood();
        try (MeasuredServer server = bench.postgres ? MeasuredServer.onPostgres(kind) : MeasuredServer.onFile(kind)) {
            SignInCost cost = SignInCost.measure(server, bench.warmUp, bench.pairs);
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

    private boolean reads(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            boolean number = i + 1 < arguments.length && arguments[i + 1].matches("[0-9]{1,5}");
            if (number && arguments[i].equals("--pairs")) {
                pairs = Math.max(FEWEST_PAIRS, Integer.parseInt(arguments[++i]));
            } else if (number && arguments[i].equals("--warm-up")) {
                warmUp = Integer.parseInt(arguments[++i]);
            } else if (arguments[i].equals("--postgres")) {
                postgres = true;
            } else {
                return false;
            }
        }
        return true;
    }
}
