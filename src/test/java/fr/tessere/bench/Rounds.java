package fr.tessere.bench;

import fr.tessere.server.ServerKind;
import java.util.Optional;

/**
 * How a measurement of sign-ins goes: {@code [--postgres] [--pairs N] [--warm-up N]}.
 *
 * @param postgres true where each server has a PostgreSQL of its own
 * @param pairs windows of each kind
 * @param warmUp sign-ins of each kind before the first window
 */
record Rounds(boolean postgres, int pairs, int warmUp) {
    private static final int FEWEST_PAIRS = 5;

    /** What a person typed; empty if that is something else. */
    static Optional<Rounds> of(String[] arguments) {
        Rounds rounds = new Rounds(false, 15, 5_000);
        for (int i = 0; i < arguments.length; i++) {
            boolean number = i + 1 < arguments.length && arguments[i + 1].matches("[0-9]{1,5}");
            if (number && arguments[i].equals("--pairs")) {
                int pairs = Math.max(FEWEST_PAIRS, Integer.parseInt(arguments[++i]));
                rounds = new Rounds(rounds.postgres, pairs, rounds.warmUp);
            } else if (number && arguments[i].equals("--warm-up")) {
                rounds = new Rounds(rounds.postgres, rounds.pairs, Integer.parseInt(arguments[++i]));
            } else if (arguments[i].equals("--postgres")) {
                rounds = new Rounds(true, rounds.pairs, rounds.warmUp);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(rounds);
    }

    /** A server to measure. */
    MeasuredServer start(ServerKind kind) {
        return postgres ? MeasuredServer.onPostgres(kind) : MeasuredServer.onFile(kind);
    }
}
