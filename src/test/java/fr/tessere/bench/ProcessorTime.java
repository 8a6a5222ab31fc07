package fr.tessere.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Processor time of processes, as the kernel counts it: user and system, ticks of 10 ms. */
final class ProcessorTime {
    private static final int MILLIS_PER_TICK = 10;
    /** Fields behind the program's name in /proc/PID/stat (proc(5)): utime is the 14th, stime the 15th. */
    private static final int USER = 11;

    private static final int SYSTEM = 12;

    private final List<Long> pids;

    ProcessorTime(List<Long> pids) {
        this.pids = pids;
    }

    /** Milliseconds since the processes began. */
    long millis() throws IOException {
        long ticks = 0;
        for (long pid : pids) {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            ticks += Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]);
        }
        return ticks * MILLIS_PER_TICK;
    }
}
