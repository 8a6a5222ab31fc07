package fr.tessere.audit.sql;

import fr.tessere.audit.tree.Hash;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The peaks of a frontier as text of one column: base64, one space between them. */
final class Peaks {
    private Peaks() {}

    static String text(List<Hash> peaks) {
        return peaks.stream().map(Hash::toBase64).collect(Collectors.joining(" "));
    }

    static List<Hash> of(String text) {
        return Stream.of(text.split(" "))
                .filter(word -> !word.isEmpty())
                .map(Hash::ofBase64)
                .toList();
    }
}
