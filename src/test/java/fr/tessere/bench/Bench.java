package fr.tessere.bench;

import fr.tessere.server.Folders;
import fr.tessere.server.KeycloakServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The one command that measures: {@code tessere bench [--pairs N] [--out FILE]}. */
public final class Bench {
    private static final int PAIRS = 7;
    private static final int FEWEST_PAIRS = 5;

    private Bench() {}

    /** Measures, prints Markdown, and writes it to a file where one is named. */
    public static void main(String[] arguments) throws Exception {
        int pairs = PAIRS;
        Path out = null;
        for (int i = 0; i < arguments.length; i++) {
            boolean value = i + 1 < arguments.length;
            if (arguments[i].equals("--pairs") && value) {
                pairs = Math.max(FEWEST_PAIRS, Integer.parseInt(arguments[++i]));
            } else if (arguments[i].equals("--out")) {
                out = value ? Path.of(arguments[++i]) : Folders.root().resolve("src/main/docs/benchmarks.md");
            } else {
                new PrintStream(System.err, true, StandardCharsets.UTF_8)
                        .println("tessere bench [--pairs N] [--out [FILE]]");
                System.exit(64);
            }
        }
        String report = report(pairs);
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(report);
        if (out != null) {
            Files.writeString(out, report);
        }
        System.exit(0);
    }

    private static String report(int pairs) throws Exception {
        List<String> parts = new ArrayList<>();
        parts.add(head());
        try (KeycloakServer server = KeycloakServer.start()) {
            parts.add(Traffic.measure(server));
            parts.add(SignInCost.measure(server, pairs));
        }
        parts.add(VerificationCost.measure());
        return String.join("\n", parts);
    }

    private static String head() throws IOException {
        String model = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.replaceFirst(".*:\\s*", ""))
                .findFirst()
                .orElse("unknown processor");
        return """
                # What a sign-in costs

                Measured on %s by `src/main/bin/tessere bench --out src/main/docs/benchmarks.md`: %d cores of %s, JDK %s.
                Keycloak with its file database, one node. Other machines give other numbers; compare columns, not machines.
                """.formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        model,
                        System.getProperty("java.version"));
    }
}
