package fr.tessere.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Processor time of processes by what their threads do, nanoseconds, as the kernel's scheduler counts it. */
final class ProcessorTime {
    private static final double NANOS_PER_MILLI = 1_000_000;

    private final Supplier<List<Long>> processes;

    /** Of these processes, which are asked for each time. */
    ProcessorTime(Supplier<List<Long>> processes) {
        this.processes = processes;
    }

    /** What a thread works on, told by its name. */
    enum Work {
        /** Keycloak's threads for requests, and ours in them. */
        REQUESTS("requests", "executor-thread"),
        /** Our threads for what strangers sent; the kernel keeps 15 letters of a name. */
        VERIFICATION("verification", "tessere-verific"),
        /** What places and signs the log, follows it for alerts and hands it on: by the clock, whether somebody signs in or not. */
        LOG("the log's clocks", "tessere-"),
        /** HTTP itself. */
        NETWORK("network", "vert.x-"),
        /** Memory of finished requests. */
        COLLECTION("garbage collection", "GC ", "G1 ", "VM Thread"),
        /** Java's compilers: busy for some thousand sign-ins after a start, then no more. */
        COMPILATION("Java's compilers", "C1 ", "C2 ", "Sweeper "),
        /** What the database does beside the requests: a process of PostgreSQL for each connection, threads of H2. */
        DATABASE("database", "postgres", "MVStore ", "H2-"),
        /** Timers of Keycloak. */
        REST("rest", "");

        private final String title;
        private final List<String> beginnings;

        Work(String title, String... beginnings) {
            this.title = title;
            this.beginnings = List.of(beginnings);
        }

        /** For a table. */
        String title() {
            return title;
        }

        static Work of(String thread) {
            for (Work work : values()) {
                if (work.beginnings.stream().anyMatch(thread::startsWith)) {
                    return work;
                }
            }
            return REST;
        }
    }

    /** Milliseconds since the processes began, of threads that live. */
    Map<Work, Double> millis() throws IOException {
        Map<Work, Double> millis = new EnumMap<>(Work.class);
        for (Work work : Work.values()) {
            millis.put(work, 0.0);
        }
        for (long pid : processes.get()) {
            try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
                for (Path thread : threads) {
                    add(thread, millis);
                }
            }
        }
        return millis;
    }

    private static void add(Path thread, Map<Work, Double> millis) throws IOException {
        try {
            Work work = Work.of(Files.readString(thread.resolve("comm")).strip());
            String[] numbers = Files.readString(thread.resolve("schedstat")).split(" ");
            millis.merge(work, Long.parseLong(numbers[0]) / NANOS_PER_MILLI, Double::sum);
        } catch (NoSuchFileException ended) {
            return; // between being listed and being read
        }
    }
}
