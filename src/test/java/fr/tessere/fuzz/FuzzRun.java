package fr.tessere.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.tessere.server.Folders;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for new findings, one target after the other, each in a process of its own. Behind {@code tessere fuzz}. */
final class FuzzRun {
    private static final List<Class<?>> TARGETS = List.of(
            SignedFilesFuzzTest.class,
            TrustFilesFuzzTest.class,
            MessagesFuzzTest.class,
            ChipFuzzTest.class,
            ReadingFuzzTest.class);
    private static final Pattern RUNS = Pattern.compile("Done (\\d+) runs|#(\\d+)\\s+[A-Z]");

    private final FuzzOrder order;
    private int findings;

    FuzzRun(FuzzOrder order) {
        this.order = order;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        FuzzOrder order = FuzzOrder.of(arguments);
        FuzzRun run = new FuzzRun(order);
        int findings = run.all();
        System.out.printf("%d findings%n", findings);
        System.exit(findings == 0 ? 0 : 2);
    }

    /** Looks at each target; the number of targets with a finding. */
    int all() throws IOException, InterruptedException {
        Files.createDirectories(order.folder());
        for (Class<?> type : TARGETS) {
            for (Method method : targetsOf(type)) {
                String name = type.getSimpleName() + "." + method.getName();
                if (name.contains(order.target())) {
                    one(type, method, name);
                }
            }
        }
        return findings;
    }

    private static List<Method> targetsOf(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(FuzzTest.class))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    private void one(Class<?> type, Method method, String name) throws IOException, InterruptedException {
        Path log = order.folder().resolve(name + ".log");
        Path kept = findingsOf(type, method);
        Files.createDirectories(kept);
        long before = count(kept);
        Duration spent = Duration.ZERO;
        boolean late = false;
        Instant end = Instant.now().plusSeconds(order.seconds() + 300L);
        Process process = new ProcessBuilder(command(type, method, kept))
                .directory(order.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            while (!late && !process.waitFor(1, TimeUnit.SECONDS)) {
                spent = process.info().totalCpuDuration().orElse(spent);
                // Jazzer ends by itself; this is for the day when it does not
                late = Instant.now().isAfter(end);
            }
        } finally {
            process.destroyForcibly();
        }
        boolean found = !late && process.waitFor() != 0 || count(kept) > before;
        deleteWhenEmpty(kept);
        findings += found ? 1 : 0;
        System.out.printf(
                "%-40s %12s runs %6d s of processor time  %s%n",
                name,
                runs(log),
                spent.toSeconds(),
                found ? "FINDING, see " + log : late ? "stopped: no processor time left for it" : "nothing found");
    }

    /** The folder from which a test run plays former findings. */
    private static Path findingsOf(Class<?> type, Method method) {
        return Folders.root()
                .resolve("src/test/resources/fr/tessere/fuzz")
                .resolve(type.getSimpleName() + "Inputs")
                .resolve(method.getName());
    }

    private static long count(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private List<String> command(Class<?> type, Method method, Path kept) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1g",
                "-Dtessere.root=" + Folders.root(),
                "-Dtessere.testdata=" + System.getProperty("tessere.testdata", "missing"),
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + type.getName(),
                "--target_method=" + method.getName(),
                "--max_duration=" + order.seconds() + "s",
                "--max_executions=" + order.runs(),
                "--instrumentation_includes=fr.tessere.**:org.bouncycastle.asn1.**",
                "-artifact_prefix=" + kept + "/",
                // a child's peak includes that of the process that started it: Bounds and -Xmx hold the memory instead
                "-rss_limit_mb=0",
                // seconds that one input may take: an instrumented class is several times slower than the server's
                "-timeout=5"));
        return command;
    }

    private static void deleteWhenEmpty(Path kept) throws IOException {
        if (count(kept) == 0) {
            Files.delete(kept);
        }
    }

    private static String runs(Path log) throws IOException {
        String last = "?";
        Matcher matcher = RUNS.matcher(Files.readString(log, java.nio.charset.StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            last = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        }
        return last;
    }
}
