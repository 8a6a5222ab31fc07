package fr.tessere.server;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.specimen.document.SpecimenDocument;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What must stand in no log, no trace and no message of somebody with a card of the size TD1. */
public final class PersonalTraces {
    /** Tag and lengths before the MRZ in the document's DG1, bytes. */
    private static final int BEFORE_MRZ = 5;

    private static final int LINE = 30;
    /** Where the document number begins. */
    private static final int NUMBER = 5;

    /** Shorter words than this stand in a log by chance. */
    private static final int SHORTEST = 5;

    /** Characters of 16 bytes in Base64. */
    private static final int SHORTEST_DIGEST = 22;
    /** Hexadecimal or Base64, from 16 bytes on. */
    private static final Pattern DIGEST = Pattern.compile("[0-9A-Za-z_+/=-]{" + SHORTEST_DIGEST + ",}");

    private static final Pattern NUMBER_ALONE = Pattern.compile("[0-9]+");

    private PersonalTraces() {}

    /**
     * What of this document stands in a text, whatever its letters' case. What is shorter than a digest stands inside of digests by
     * chance, and a number inside of times and handles, too.
     */
    public static List<String> in(String text, SpecimenDocument document) {
        String whole = text.toUpperCase(Locale.ROOT);
        String words = DIGEST.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
        return of(document).stream()
                .filter(trace -> trace.length() < SHORTEST_DIGEST ? stands(trace, words) : whole.contains(trace))
                .toList();
    }

    /** A number stands alone, or with its check digit. */
    private static boolean stands(String trace, String words) {
        if (!NUMBER_ALONE.matcher(trace).matches()) {
            return words.contains(trace);
        }
        return Pattern.compile("(?<![0-9A-Z.])" + trace + "[0-9]?(?![0-9A-Z])")
                .matcher(words)
                .find();
    }

    /** The document's lines, its words and dates, and DG1 as bytes are usually written; all in capitals. */
    private static List<String> of(SpecimenDocument document) {
        Bytes dataGroup1 = document.fileOf(FileId.DG1);
        String zone = new String(dataGroup1.from(BEFORE_MRZ).toArray(), StandardCharsets.US_ASCII);
        List<String> traces = new ArrayList<>();
        for (int line = 0; line + LINE <= zone.length(); line += LINE) {
            traces.add(zone.substring(line, line + LINE));
        }
        for (String word : zone.split("<+|(?<=[A-Z])(?=[0-9]{6}[0-9MF])")) {
            if (word.length() >= SHORTEST && !word.equals("SPECIMEN")) {
                traces.add(word);
            }
        }
        // what opens the chip with BAC or PACE (ICAO 9303-11 §4.3.2): number, birth, expiry, a check digit behind each
        traces.add(zone.substring(NUMBER, NUMBER + 10)
                + zone.substring(LINE, LINE + 7)
                + zone.substring(LINE + 8, LINE + 15));
        traces.add(zone.substring(NUMBER, NUMBER + 9).replace("<", ""));
        traces.add(zone.substring(LINE, LINE + 6));
        traces.add(document.can().orElseThrow());
        traces.add(dataGroup1.toHex());
        traces.add(dataGroup1.toBase64());
        return traces.stream().map(trace -> trace.toUpperCase(Locale.ROOT)).toList();
    }
}
