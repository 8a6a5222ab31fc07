package fr.tessere.audit.check;

import fr.tessere.audit.tree.Hash;
import fr.tessere.audit.tree.TreeHash;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What a server said its log was: hashes made from the entries' bytes, beside those that it has recorded. */
final class Export {
    static final String FIRST = "tessere-audit-export 1 ";

    /** In the place of a hash that is not recorded any more. */
    private static final Hash HOLE = Hash.of(new byte[Hash.LENGTH]);

    private final String log;
    private final HashList entries = new HashList();
    private final HashList recorded = new HashList();
    private final List<String> heads = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private boolean holes;

    private Export(String log) {
        this.log = log;
    }

    static Export read(Reader from) throws IOException, InvalidFileException {
        Lines lines = new Lines(from);
        String first = lines.next();
        if (first == null || !first.startsWith(FIRST)) {
            throw lines.wrong("an export begins with '" + FIRST + "' and the name of the log");
        }
        Export export = new Export(first.substring(FIRST.length()));
        for (String line = lines.next(); line != null; line = lines.next()) {
            export.take(line.split(" ", -1), lines);
        }
        return export;
    }

    private void take(String[] words, Lines lines) throws InvalidFileException {
        try {
            if (words[0].equals("entry") && words.length == 4) {
                entry(Long.parseLong(words[1]), recorded(words[2]), words[3], lines);
                return;
            }
            if (words[0].equals("stray") && words.length == 2) {
                findings.add(Finding.at(
                        Fault.INSERTED,
                        recorded.size(),
                        "entry " + new IdForm(words[1]).text() + " has no place in the log"));
                return;
            }
            if (words[0].equals("column") && words.length == 3) {
                findings.add(Finding.at(
                        Fault.CHANGED, Long.parseLong(words[1]), "its column differs from its text: " + words[2]));
                return;
            }
            if (words[0].equals("head") && words.length == 2) {
                heads.add(words[1]);
                return;
            }
        } catch (IllegalArgumentException wrong) {
            // the same sentence
        }
        throw lines.wrong("entry, stray, column or head is expected");
    }

    private Hash recorded(String word) {
        if (word.equals("-")) {
            holes = true;
            return HOLE;
        }
        return Hash.ofHex(word);
    }

    private void entry(long index, Hash hash, String text, Lines lines) throws InvalidFileException {
        if (index < recorded.size()) {
            throw lines.wrong("entries stand in their order, each once");
        }
        if (index > recorded.size()) {
            throw lines.wrong(
                    "entry %d is expected; one that is missing is written with '-'".formatted(recorded.size()));
        }
        if (!text.equals("-")) {
            byte[] bytes = Base64.getDecoder().decode(text);
            Hash real = TreeHash.leaf(bytes);
            entries.add(real);
            if (!new String(bytes, StandardCharsets.UTF_8).contains("\nlog " + log + "\n")) {
                findings.add(Finding.at(Fault.OTHER_LOG, index, "the entry names another log"));
            }
        }
        recorded.add(hash);
    }

    String log() {
        return log;
    }

    /** Places in the log, whether their entry is there or not. */
    int size() {
        return recorded.size();
    }

    /** Hashes of the entries that are there, in their order. */
    HashList entries() {
        return entries;
    }

    /** True if the place of some entry is not recorded any more, so that no root can be made. */
    boolean hasHoles() {
        return holes;
    }

    /** Hashes that the server has recorded for the places. */
    HashList recorded() {
        return recorded;
    }

    List<String> heads() {
        return heads;
    }

    List<Finding> findings() {
        return findings;
    }

    /** An id as far as it may be repeated. */
    private record IdForm(String text) {
        IdForm {
            if (!text.matches("[A-Za-z0-9_-]{1,40}")) {
                throw new IllegalArgumentException("no id");
            }
        }
    }
}
