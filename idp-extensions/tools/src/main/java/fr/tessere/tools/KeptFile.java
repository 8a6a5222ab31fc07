package fr.tessere.tools;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A file of published heads that grows. One process at a time has it: two that were started by a clock would write the same twice. What
 * a process that died or a full disk left of a line is cut off, since the next line would be written behind it.
 */
final class KeptFile implements AutoCloseable {
    /** Beginning of the first line; the name of the log follows. */
    static final String FIRST = "tessere-audit-heads 1 ";

    private final FileChannel file;
    private final Set<String> heads = new HashSet<>();
    private String first = "";
    private long places;

    private KeptFile(FileChannel file) {
        this.file = file;
    }

    /** Waits until no other process has it; makes it if there is none. */
    static KeptFile open(Path path) throws IOException {
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            file.lock();
            KeptFile kept = new KeptFile(file);
            kept.read();
            return kept;
        } catch (IOException unreadable) {
            file.close();
            throw unreadable;
        }
    }

    private void read() throws IOException {
        // not closed: with it, the lock would be gone
        byte[] bytes = Channels.newInputStream(file).readAllBytes();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int whole = text.lastIndexOf('\n') + 1;
        text.substring(0, whole).lines().forEach(this::count);
        if (whole < bytes.length) {
            if (whole == 0 ? FIRST.startsWith(text) || text.startsWith(FIRST) : first.startsWith(FIRST)) {
                file.truncate(whole);
            } else {
                // somebody else's file: nothing is appended to it
                first = first.isEmpty() ? text : first;
            }
        }
        file.position(file.size());
    }

    private void count(String line) {
        if (first.isEmpty()) {
            first = line;
        } else if (line.startsWith("head ")) {
            heads.add(line);
        } else if (line.startsWith("leaves ")) {
            String[] words = line.split(" ");
            long from = words[1].matches("[0-9]{1,15}") ? Long.parseLong(words[1]) : Long.MAX_VALUE;
            places = from <= places ? Math.max(places, from + words.length - 2) : places;
        }
    }

    /** True if the file is new, or keeps the log that these lines are of. */
    boolean isOf(List<String> lines) {
        return !lines.isEmpty()
                && lines.get(0).startsWith(FIRST)
                && (first.isEmpty() || lines.get(0).equals(first));
    }

    /** Appends what the server said, without the first line if it stands there already; how many lines came. */
    int append(List<String> lines) throws IOException {
        List<String> news = first.isEmpty() ? lines : lines.subList(1, lines.size());
        if (!news.isEmpty()) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(String.join("\n", news) + "\n");
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        }
        news.forEach(this::count);
        return lines.size() - 1;
    }

    /** Heads in it, each counted once. */
    long heads() {
        return heads.size();
    }

    /** Hashes of entries in it, from the first on without a hole. */
    long places() {
        return places;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
