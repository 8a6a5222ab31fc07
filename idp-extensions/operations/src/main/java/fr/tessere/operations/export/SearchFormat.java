package fr.tessere.operations.export;

import fr.tessere.audit.receipt.Entry;
import java.util.Arrays;
import java.util.Optional;

/** Forms in which found entries can be taken away. */
public enum SearchFormat {
    /** Comma-separated values, for tables. */
    CSV("csv", "text/csv") {
        @Override
        public String head() {
            return Csv.HEAD;
        }

        @Override
        public String line(Entry entry) {
            return Csv.line(entry);
        }
    },
    /** JSON Lines: one object a line, for programs. */
    JSON_LINES("jsonl", "application/x-ndjson") {
        @Override
        public String head() {
            return "";
        }

        @Override
        public String line(Entry entry) {
            return EntryJson.line(entry) + "\n";
        }
    };

    private final String word;
    private final String mediaType;

    SearchFormat(String word, String mediaType) {
        this.word = word;
        this.mediaType = mediaType;
    }

    /** The format of this word. */
    public static Optional<SearchFormat> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    /** The word in forms, and the ending of file names. */
    public String word() {
        return word;
    }

    /** Without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** What stands in front of all entries. */
    public abstract String head();

    /** An entry with the end of its line. */
    public abstract String line(Entry entry);
}
