package fr.tessere.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How much memory a server takes, as the kernel counts it. */
final class Memory {
    private final List<Long> pids;

    Memory(List<Long> pids) {
        this.pids = pids;
    }

    /** Forgets the peak of the past. */
    void forgetPeak() {
        for (long pid : pids) {
            try {
                Files.writeString(Path.of("/proc/" + pid + "/clear_refs"), "5");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Bytes in memory now. */
    long now() {
        return sum("VmRSS:");
    }

    /** Most bytes in memory since {@link #forgetPeak()}. */
    long peak() {
        return sum("VmHWM:");
    }

    private long sum(String field) {
        return pids.stream().mapToLong(pid -> read(pid, field)).sum();
    }

    private static long read(long pid, String field) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
