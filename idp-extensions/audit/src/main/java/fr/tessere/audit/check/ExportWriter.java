package fr.tessere.audit.check;

import fr.tessere.audit.tree.Hash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Writes the two files that are checked: an export of a log, and what is published of it. One record a line. */
public final class ExportWriter {
    /** Hashes on one line. */
    private static final int LEAVES = 256;

    private final Appendable to;

    private ExportWriter(Appendable to) {
        this.to = to;
    }

    /** Begins an export. */
    public static ExportWriter export(String log, Appendable to) throws IOException {
        to.append(Export.FIRST).append(log).append('\n');
        return new ExportWriter(to);
    }

    /** Begins a file of published heads. */
    public static ExportWriter published(String log, Appendable to) throws IOException {
        to.append(Published.FIRST).append(log).append('\n');
        return new ExportWriter(to);
    }

    /** An entry at its place, with the hash that is recorded for it; either may be missing. */
    public ExportWriter entry(long index, Optional<Hash> recorded, Optional<String> text) throws IOException {
        String base64 = text.map(one -> Base64.getEncoder().encodeToString(one.getBytes(StandardCharsets.UTF_8)))
                .orElse("-");
        return line("entry", Long.toString(index), recorded.map(Hash::toHex).orElse("-"), base64);
    }

    /** An entry that has no place in the log and does not wait for one. */
    public ExportWriter stray(String id) throws IOException {
        return line("stray", id.matches("[A-Za-z0-9_-]{1,40}") ? id : "unnamed");
    }

    /** A column of the store that differs from the entry's text. */
    public ExportWriter column(long index, String name) throws IOException {
        return line("column", Long.toString(index), name);
    }

    /** A signed head, compact; what stands in its place may be anything, and is no head as one word either. */
    public ExportWriter head(String jws) throws IOException {
        return line("head", jws.isEmpty() ? "?" : jws.replaceAll("[^!-~]", "?"));
    }

    /** Hashes of entries, from this place on. */
    public ExportWriter leaves(long from, List<Hash> hashes) throws IOException {
        for (int i = 0; i < hashes.size(); i += LEAVES) {
            to.append("leaves ").append(Long.toString(from + i));
            for (Hash hash : hashes.subList(i, Math.min(hashes.size(), i + LEAVES))) {
                to.append(' ').append(hash.toHex());
            }
            to.append('\n');
        }
        return this;
    }

    private ExportWriter line(String... words) throws IOException {
        to.append(String.join(" ", words)).append('\n');
        return this;
    }
}
