package fr.tessere.bench;

import fr.tessere.browser.QuickestWay;
import fr.tessere.server.DemoService;
import fr.tessere.server.Folders;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.ServerKind;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** The one command that measures: {@code tessere bench [--quick] [--pairs N] [--out [FILE]]}. */
public final class Bench {
    private static final int FEWEST_PAIRS = 5;
    /** What is aimed at for one sign-in, milliseconds of processor time. */
    private static final double AIM_SIGN_IN = 8;

    private static final double AIM_SHARE = 0.25;
    private static final double AIM_VERIFICATION = 1;
    /** What is aimed at above what cannot be done without. */
    private static final double AIM_RATIO = 1.25;

    private static final int WALKS = 7;

    private int pairs = 9;
    private int warmUp = 5_000;
    private int window = 500;
    private String command = "src/main/bin/tessere bench";

    private Bench() {}

    /** Measures, prints Markdown, and writes it to a file where one is named. */
    public static void main(String[] arguments) throws Exception {
        Bench bench = new Bench();
        Path out = null;
        for (int i = 0; i < arguments.length; i++) {
            boolean value = i + 1 < arguments.length && !arguments[i + 1].startsWith("--");
            if (arguments[i].equals("--pairs") && value) {
                bench.pairs = Math.max(FEWEST_PAIRS, Integer.parseInt(arguments[++i]));
            } else if (arguments[i].equals("--quick")) {
                bench.quick();
            } else if (arguments[i].equals("--out")) {
                out = value ? Path.of(arguments[++i]) : Folders.root().resolve("src/main/docs/benchmarks.md");
            } else {
                new PrintStream(System.err, true, StandardCharsets.UTF_8)
                        .println("tessere bench [--quick] [--pairs N] [--out [FILE]]");
                System.exit(64);
            }
        }
        bench.command += " " + String.join(" ", arguments);
        String report = bench.report();
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(report);
        if (out != null) {
            Files.writeString(out, report);
        }
        System.exit(0);
    }

    private void quick() {
        pairs = FEWEST_PAIRS;
        warmUp = 60;
        window = 100;
    }

    private String report() throws Exception {
        String traffic;
        SignInCost signIn;
        QuickestWay way;
        try (MeasuredServer measured = MeasuredServer.onFile(ServerKind.forGood())) {
            KeycloakServer server = measured.keycloak();
            traffic = Traffic.measure(server);
            signIn = SignInCost.measure(measured, warmUp, pairs);
            try (DemoService demo = DemoService.start(server)) {
                way = QuickestWay.measure(server, demo, WALKS);
            }
        }
        VerificationCost verification = VerificationCost.measure(List.of(SignInCost.CARD, SignInCost.PASSPORT), window);
        ProofCost proofs = ProofCost.measure(window);
        return String.join(
                "\n",
                head(),
                aims(signIn, verification, proofs),
                way.table(),
                signIn.table(),
                verification.table(),
                proofs.tables(),
                traffic);
    }

    private String head() throws IOException {
        String model = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.replaceFirst(".*:\\s*", ""))
                .findFirst()
                .orElse("unknown processor");
        return """
                # What a sign-in costs

                Measured on %s by `%s`: %d cores of %s, JDK %s. Keycloak with its file database, one node, the reader and
                the chip on the same machine. Other machines give other numbers: compare lines, not machines.
                """.formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        command.strip(),
                        Runtime.getRuntime().availableProcessors(),
                        model,
                        System.getProperty("java.version"));
    }

    /** What is aimed at for a sign-in. */
    static String aims(SignInCost signIn) {
        double chip = signIn.chipMillis();
        return """
                ## Aims

                | aim | measured | |
                | --- | ---: | --- |
                """
                + aim(
                        "a sign-in by chip: at most a quarter of one by password",
                        chip / signIn.passwordMillis(),
                        AIM_SHARE,
                        "")
                + aim("a sign-in by chip: at most 8 ms of Keycloak's processor time", chip, AIM_SIGN_IN, " ms");
    }

    private static String aims(SignInCost signIn, VerificationCost verification, ProofCost proofs) {
        return aims(signIn)
                + aim(
                        "verification, P-256: at most 1 ms",
                        verification.millis(SignInCost.CARD),
                        AIM_VERIFICATION,
                        " ms")
                + aim(
                        "verification, RSA: at most 1 ms",
                        verification.millis(SignInCost.PASSPORT),
                        AIM_VERIFICATION,
                        " ms")
                + aim(
                        "passive and Chip Authentication, P-256: at most 1.25 times the bare operations",
                        proofs.ratio(SignInCost.CARD),
                        AIM_RATIO,
                        "")
                + aim("the same, P-384 and AES-256", proofs.ratio(ProofCost.LONG_KEYS), AIM_RATIO, "")
                + aim(
                        "finding the country signer among 1,200: at most 1.25 times as long as among 10",
                        proofs.growth(),
                        AIM_RATIO,
                        "");
    }

    private static String aim(String what, double measured, double most, String unit) {
        return String.format(
                Locale.ROOT, "| %s | %.2f%s | %s |\n", what, measured, unit, measured <= most ? "met" : "**missed**");
    }
}
