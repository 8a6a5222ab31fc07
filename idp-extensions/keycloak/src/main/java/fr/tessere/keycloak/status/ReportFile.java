package fr.tessere.keycloak.status;

import fr.tessere.verification.identity.DocumentKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An import file, read strictly and to its end, so that all faults are told at once. ASCII, first line
 * {@value #HEADER} (or the same with semicolons), no quotes, no spaces; each document once. Document numbers become
 * digests here; a fault tells its line and column, never what stands there.
 */
public final class ReportFile {
    /** Bytes of a whole file. */
    public static final int LARGEST = 4 * 1024 * 1024;
    /** Documents in one file. */
    public static final int ROWS = 100_000;

    static final String HEADER = "issuing_state,document_type,document_number,status";
    private static final int FAULTS_TOLD = 50;
    private static final Pattern STATE = Pattern.compile("[A-Z]{1,3}");
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Z0-9]?");
    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9]{1,22}");
    private static final Set<String> WORDS = Set.of("lost", "stolen", "blocked", "lifted");

    private final List<ReportedDocument> documents = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    private ReportFile() {}

    /**
     * A fault of a file.
     *
     * @param line from 1
     * @param word what is wrong: {@code too-large}, {@code header}, {@code characters}, {@code columns}, {@code state},
     *     {@code type}, {@code number}, {@code status}, {@code twice}, {@code rows}, {@code empty}
     */
    public record Fault(int line, String word) {}

    /** Reads a file. */
    public static ReportFile read(byte[] file, DocumentDigest digests) {
        ReportFile read = new ReportFile();
        if (file.length > LARGEST) {
            read.fault(1, "too-large");
        } else {
            read.lines(withoutMark(file), digests);
        }
        return read;
    }

    /** True if nothing is wrong with it. */
    public boolean isFaultless() {
        return faults.isEmpty();
    }

    /** What is wrong, at most {@value #FAULTS_TOLD} faults. */
    public List<Fault> faults() {
        return List.copyOf(faults.subList(0, Math.min(faults.size(), FAULTS_TOLD)));
    }

    /** All that is wrong, counted. */
    public int faultCount() {
        return faults.size();
    }

    /** Its documents; none if there is a fault. */
    public List<ReportedDocument> documents() {
        return isFaultless() ? List.copyOf(documents) : List.of();
    }

    private void lines(byte[] file, DocumentDigest digests) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        String[] lines = text.split("\r?\n", ROWS + 3);
        int last = lines[lines.length - 1].isEmpty() ? lines.length - 1 : lines.length;
        if (last - 1 > ROWS) {
            fault(ROWS + 2, "rows");
            return;
        }
        if (last < 2) {
            fault(1, "empty");
        }
        String separator = lines[0].contains(";") ? ";" : ",";
        if (!lines[0].replace(";", ",").equals(HEADER) || lines[0].contains(";") && lines[0].contains(",")) {
            fault(1, "header");
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 1; i < last; i++) {
            line(i + 1, lines[i], separator, seen, digests);
        }
    }

    private void line(int number, String line, String separator, Set<String> seen, DocumentDigest digests) {
        if (!line.chars().allMatch(c -> c >= 0x21 && c <= 0x7E)) {
            fault(number, "characters");
            return;
        }
        String[] cells = line.split(separator, -1);
        if (cells.length != 4) {
            fault(number, "columns");
            return;
        }
        boolean right = require(number, STATE.matcher(cells[0]).matches(), "state")
                & require(number, TYPE.matcher(cells[1]).matches(), "type")
                & require(number, NUMBER.matcher(cells[2]).matches(), "number")
                & require(number, WORDS.contains(cells[3]), "status");
        if (right) {
            String digest = digests.text(new DocumentKey(cells[0], cells[1], cells[2]));
            if (require(number, seen.add(digest), "twice")) {
                documents.add(new ReportedDocument(digest, cells[3]));
            }
        }
    }

    private boolean require(int line, boolean holds, String word) {
        if (!holds) {
            fault(line, word);
        }
        return holds;
    }

    private void fault(int line, String word) {
        faults.add(new Fault(line, word));
    }

    /** Spreadsheets put a byte-order mark in front. */
    private static byte[] withoutMark(byte[] file) {
        boolean marked = file.length >= 3 && file[0] == (byte) 0xEF && file[1] == (byte) 0xBB && file[2] == (byte) 0xBF;
        return marked ? java.util.Arrays.copyOfRange(file, 3, file.length) : file;
    }
}
