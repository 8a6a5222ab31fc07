package fr.tessere.verification.trust;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.evidence.DigestAlgorithm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a trust folder at one moment, by name below it. Hidden files and notes ({@code *.md}, {@code *.txt}) are
 * the operator's own affair.
 *
 * @param files what was read
 * @param faults files that were not
 */
record FolderContents(Map<String, Bytes> files, Map<String, UnusableException> faults) {
    static final String SPECIMENS = "specimen/";
    static final String DOCUMENT_SIGNERS = "signers/";
    static final String LIST_SIGNERS = "master-list-signers/";

    private static final List<String> ROOMS = List.of("", SPECIMENS, DOCUMENT_SIGNERS, LIST_SIGNERS);
    private static final int MOST_FILES = 10_000;
    private static final int MIB = 1024 * 1024;
    /** Largest size by ending; the directory's own file of all document signers has some 100 MiB. */
    private static final Map<String, Integer> LARGEST = Map.of("ldif", 192 * MIB, "ml", 16 * MIB, "crl", 16 * MIB);

    /** Reads the folder; unreadable as a whole, it is an {@link IOException}. */
    static FolderContents read(Path folder) throws IOException {
        Map<String, Bytes> files = new TreeMap<>();
        Map<String, UnusableException> faults = new TreeMap<>();
        for (Map.Entry<String, Path> file : list(folder).entrySet()) {
            try {
                files.put(file.getKey(), bytes(file.getValue(), LARGEST.getOrDefault(ending(file.getKey()), MIB)));
            } catch (UnusableException unusable) {
                faults.put(file.getKey(), unusable);
            }
        }
        return new FolderContents(files, faults);
    }

    /** Names, sizes and times of all files: changes when one of them does. */
    static Bytes stamp(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, Path> file : list(folder).entrySet()) {
            BasicFileAttributes found = Files.readAttributes(file.getValue(), BasicFileAttributes.class);
            lines.add("%s %d %s %s".formatted(file.getKey(), found.size(), found.lastModifiedTime(), found.fileKey()));
        }
        byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return Bytes.of(DigestAlgorithm.SHA256.digest(text));
    }

    /** What stands behind the last dot, in lower case. */
    static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static Map<String, Path> list(Path folder) throws IOException {
        Map<String, Path> all = new TreeMap<>();
        for (String room : ROOMS) {
            Path place = folder.resolve(room);
            if (room.isEmpty() || Files.isDirectory(place)) {
                try (Stream<Path> entries = Files.list(place)) {
                    entries.filter(FolderContents::counts).forEach(file -> all.put(room + file.getFileName(), file));
                }
            }
        }
        if (all.size() > MOST_FILES) {
            throw new IOException("more than %d files".formatted(MOST_FILES));
        }
        return all;
    }

    private static boolean counts(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && !name.matches("(?i).*\\.(md|txt)") && !Files.isDirectory(file);
    }

    private static Bytes bytes(Path file, int largest) throws UnusableException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(largest + 1);
            UnusableException.require(
                    content.length <= largest, TrustFault.TOO_LARGE, "more than %d bytes".formatted(largest));
            return Bytes.of(content);
        } catch (IOException unreadable) {
            throw new UnusableException(TrustFault.MALFORMED, "the file cannot be read");
        }
    }
}
