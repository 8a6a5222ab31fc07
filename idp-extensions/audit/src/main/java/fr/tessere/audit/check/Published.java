package fr.tessere.audit.check;

import fr.tessere.audit.tree.Hash;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** What somebody kept of a log: heads, and perhaps the hashes of entries beside them. */
final class Published {
    static final String FIRST = "tessere-audit-heads 1 ";

    private final String log;
    private final List<String> heads = new ArrayList<>();
    private final HashList leaves = new HashList();

    private Published(String log) {
        this.log = log;
    }

    static Published read(Reader from) throws IOException, InvalidFileException {
        Lines lines = new Lines(from);
        String first = lines.next();
        if (first == null || !first.startsWith(FIRST)) {
            throw lines.wrong("a file of heads begins with '" + FIRST + "' and the name of the log");
        }
        Published published = new Published(first.substring(FIRST.length()));
        for (String line = lines.next(); line != null; line = lines.next()) {
            published.take(line.split(" ", -1), lines);
        }
        return published;
    }

    private void take(String[] words, Lines lines) throws InvalidFileException {
        try {
            if (words[0].equals("head") && words.length == 2) {
                heads.add(words[1]);
                return;
            }
            if (words[0].equals("leaves") && words.length > 2) {
                long from = Long.parseLong(words[1]);
                for (int i = 2; i < words.length; i++) {
                    leaf(from + i - 2, Hash.ofHex(words[i]), lines);
                }
                return;
            }
        } catch (IllegalArgumentException wrong) {
            // the same sentence
        }
        throw lines.wrong("head or leaves is expected");
    }

    /** A file may repeat what stands before; it may not leave a hole. */
    private void leaf(long index, Hash hash, Lines lines) throws InvalidFileException {
        if (index < 0 || index > leaves.size()) {
            throw lines.wrong("the hash of entry %d is expected".formatted(leaves.size()));
        }
        if (index == leaves.size()) {
            leaves.add(hash);
        } else if (!leaves.get((int) index).equals(hash)) {
            throw lines.wrong("the hash of entry %d stands here twice, and differs".formatted(index));
        }
    }

    String log() {
        return log;
    }

    List<String> heads() {
        return heads;
    }

    HashList leaves() {
        return leaves;
    }
}
