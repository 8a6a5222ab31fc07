package fr.tessere.specimen.catalogue;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.specimen.document.SpecimenDocument;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Faults of the machine readable zone in DG1; what is printed on the document, and opens its chip, stays as it was.
 * {@code zone} makes the check digits fit again, {@code zone-raw} does not.
 */
final class ZoneFaults {
    /** Offset and length of each field by layout, lines joined: TD1, TD2, TD3 (ICAO 9303-5, -6, -4 §4.2). */
    private static final Map<String, int[][]> FIELDS = Map.ofEntries(
            field("type", 0, 2, 0, 2, 0, 2),
            field("state", 2, 3, 2, 3, 2, 3),
            field("name", 60, 30, 5, 31, 5, 39),
            field("number", 5, 9, 36, 9, 44, 9),
            field("number-digit", 14, 1, 45, 1, 53, 1),
            field("optional", 15, 15, 64, 7, 72, 14),
            field("optional-digit", -1, 0, -1, 0, 86, 1),
            field("birth", 30, 6, 49, 6, 57, 6),
            field("birth-digit", 36, 1, 55, 1, 63, 1),
            field("sex", 37, 1, 56, 1, 64, 1),
            field("expiry", 38, 6, 57, 6, 65, 6),
            field("expiry-digit", 44, 1, 63, 1, 71, 1),
            field("nationality", 45, 3, 46, 3, 54, 3),
            field("digit", 59, 1, 71, 1, 87, 1));

    /** What the last check digit counts: offset and end of each part. */
    private static final int[][] COMPOSITE = {
        {5, 30, 30, 37, 38, 45, 48, 59}, {36, 46, 49, 56, 57, 71}, {44, 54, 57, 64, 65, 87}
    };

    private static final String[] DIGITS = {"number", "birth", "expiry", "optional"};

    private ZoneFaults() {}

    static void addTo(Map<String, Faults.Fault> all) {
        all.put("zone", (document, word) -> with(document, digitsOf(written(document, word))));
        all.put("zone-raw", (document, word) -> with(document, written(document, word)));
        all.put(
                "zone-cut",
                (document, word) -> with(document, zone(document).substring(0, FileFaults.number(word, 0))));
        all.put("zone-more", (document, word) -> with(document, zone(document) + word.argument(0)));
    }

    /** {@code zone(birth,87<<<<)}; {@code other} stands for the next digit. A short text is filled up. */
    private static String written(SpecimenDocument document, FaultWord word) {
        String zone = zone(document);
        int[] place = place(word.argument(0), layout(zone));
        String old = zone.substring(place[0], place[0] + place[1]);
        String text = word.argument(1).equals("other")
                ? String.valueOf((Character.digit(old.charAt(0), 10) + 1) % 10)
                : word.argument(1);
        String filled = text + "<".repeat(place[1] - text.length());
        return zone.substring(0, place[0]) + filled + zone.substring(place[0] + place[1]);
    }

    private static String digitsOf(String zone) {
        int layout = layout(zone);
        StringBuilder right = new StringBuilder(zone);
        for (String field : DIGITS) {
            int[] place = place(field, layout);
            int[] digit = place(field + "-digit", layout);
            boolean longNumber = field.equals("number") && digit[1] == 1 && zone.charAt(digit[0]) == '<';
            if (digit[1] == 1 && !longNumber) {
                right.replace(digit[0], digit[0] + 1, digit(right.substring(place[0], place[0] + place[1])));
            }
        }
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < COMPOSITE[layout].length; i += 2) {
            all.append(right, COMPOSITE[layout][i], COMPOSITE[layout][i + 1]);
        }
        int last = place("digit", layout)[0];
        return right.replace(last, last + 1, digit(all.toString())).toString();
    }

    /** Weights 7, 3, 1 (ICAO 9303-3 §4.9). */
    private static String digit(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = text.charAt(i) == '<' ? 0 : Character.digit(text.charAt(i), 36);
            sum += value * (i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1);
        }
        return String.valueOf(Math.floorMod(sum, 10));
    }

    private static int[] place(String field, int layout) {
        int[][] places = FIELDS.get(field);
        if (places == null) {
            throw new IllegalArgumentException("no field of the zone is called " + field);
        }
        return places[layout];
    }

    private static int layout(String zone) {
        return zone.length() == 90 ? 0 : zone.length() == 72 ? 1 : 2;
    }

    private static String zone(SpecimenDocument document) {
        Bytes file = document.fileOf(FileId.DG1);
        // tag and length of the file, then tag and length of the only object in it: 2 and 3 bytes
        return new String(file.from(5).toArray(), StandardCharsets.US_ASCII);
    }

    private static SpecimenDocument with(SpecimenDocument document, String zone) {
        Bytes text = Bytes.of(zone.getBytes(StandardCharsets.US_ASCII));
        Bytes object = Bytes.concat(Bytes.ofHex("5F1F"), Bytes.of((byte) text.length()), text);
        return document.withFile(FileId.DG1, Bytes.concat(Bytes.of((byte) 0x61, (byte) object.length()), object));
    }

    private static Map.Entry<String, int[][]> field(String name, int... places) {
        return Map.entry(name, new int[][] {{places[0], places[1]}, {places[2], places[3]}, {places[4], places[5]}});
    }
}
