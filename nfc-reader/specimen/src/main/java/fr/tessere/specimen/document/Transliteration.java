package fr.tessere.specimen.document;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** Names as the machine readable zone writes them: A to Z and the filler {@code <} (ICAO 9303-3 §4.6 and §6). */
final class Transliteration {
    /** Letters that become more than one, or that are no letter with an accent. */
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('Ä', "AE"),
            Map.entry('Å', "AA"),
            Map.entry('Æ', "AE"),
            Map.entry('Ð', "D"),
            Map.entry('Ö', "OE"),
            Map.entry('Ø', "OE"),
            Map.entry('Ü', "UE"),
            Map.entry('Þ', "TH"),
            Map.entry('ß', "SS"),
            Map.entry('ẞ', "SS"),
            Map.entry('Đ', "D"),
            Map.entry('Ħ', "H"),
            Map.entry('ı', "I"),
            Map.entry('Ĳ', "IJ"),
            Map.entry('Ł', "L"),
            Map.entry('Ŋ', "N"),
            Map.entry('Œ', "OE"),
            Map.entry('Ŧ', "T"));

    private Transliteration() {}

    static String of(String name) {
        StringBuilder written = new StringBuilder();
        for (char letter : name.toUpperCase(Locale.ROOT).toCharArray()) {
            written.append(of(letter));
        }
        return written.toString().replaceAll("<+", "<").replaceAll("^<|<$", "");
    }

    private static String of(char letter) {
        if (letter >= 'A' && letter <= 'Z') {
            return String.valueOf(letter);
        }
        if (letter == ' ' || letter == '-') {
            return "<";
        }
        if (letter == '\'' || letter == '’' || letter == '.' || letter == ',') {
            return "";
        }
        String special = LETTERS.get(letter);
        if (special != null) {
            return special;
        }
        String base = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        if (!base.matches("[A-Z]")) {
            throw new IllegalArgumentException(
                    "a name contains a character that ICAO 9303-3 §6 does not transliterate");
        }
        return base;
    }
}
