package fr.tessere.claims.places;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of places compared as people write them: without accents, signs, case and the short forms of Saint. */
final class PlaceText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SIGNS = Pattern.compile("[^A-Z0-9]+");
    private static final Pattern SHORT_SAINT = Pattern.compile("\\bST(E?)\\b");
    private static final Pattern BETWEEN = Pattern.compile("[,(<)/;]");

    private PlaceText() {}

    static String key(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .replace("Œ", "OE")
                .replace("Æ", "AE");
        String words = SIGNS.matcher(plain).replaceAll(" ").strip();
        return words.contains("ST") ? SHORT_SAINT.matcher(words).replaceAll("SAINT$1") : words;
    }

    /** The parts of what a document prints: {@code LYON 3E (RHONE)}, {@code Casablanca, Maroc}, {@code PARIS<75}. */
    static List<String> parts(String printed) {
        return BETWEEN.splitAsStream(printed)
                .map(PlaceText::key)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
