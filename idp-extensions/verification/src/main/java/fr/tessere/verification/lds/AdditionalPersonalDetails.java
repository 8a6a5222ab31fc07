package fr.tessere.verification.lds;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.card.FileId;
import fr.tessere.verification.evidence.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * DG11, as far as it is used: names in national characters, full date of birth, place of birth (ICAO 9303-10 §4.7.11).
 * Empty texts where the document does not say. Never printed.
 *
 * @param familyName primary identifier
 * @param givenNames secondary identifier
 * @param birth 8 digits YYYYMMDD, 00 where unknown
 * @param placeOfBirth town, region, country as the document writes them
 */
public record AdditionalPersonalDetails(String familyName, String givenNames, String birth, String placeOfBirth) {
    /** What is said when DG11 was not read. */
    public static final AdditionalPersonalDetails NONE = new AdditionalPersonalDetails("", "", "", "");

    private static final int FULL_NAME = 0x5F0E;
    private static final int FULL_BIRTH_DATE = 0x5F2B;
    private static final int PLACE_OF_BIRTH = 0x5F11;
    private static final Set<Integer> KNOWN = Set.of(
            0x5C,
            FULL_NAME,
            0xA0,
            0x5F10,
            FULL_BIRTH_DATE,
            PLACE_OF_BIRTH,
            0x5F42,
            0x5F12,
            0x5F13,
            0x5F14,
            0x5F15,
            0x5F16,
            0x5F17,
            0x5F18);

    /** Reads EF.DG11; fields in any order, each once. */
    public static AdditionalPersonalDetails parse(Bytes raw) throws RefusedException {
        AdditionalPersonalDetails details = NONE;
        Set<Integer> seen = new HashSet<>();
        for (StrictTlv object : FileContent.objects(FileId.DG11, FileContent.of(FileId.DG11, raw))) {
            if (!KNOWN.contains(object.tag()) || !seen.add(object.tag())) {
                throw FileContent.malformed(FileId.DG11, "unknown or repeated tag %X".formatted(object.tag()));
            }
            details = details.with(object);
        }
        return details;
    }

    private AdditionalPersonalDetails with(StrictTlv object) throws RefusedException {
        switch (object.tag()) {
            case FULL_NAME -> {
                String[] parts = FileContent.text(FileId.DG11, object.value()).split("<<", 2);
                return new AdditionalPersonalDetails(
                        words(parts[0]), parts.length == 2 ? words(parts[1]) : "", birth, placeOfBirth);
            }
            case FULL_BIRTH_DATE -> {
                return new AdditionalPersonalDetails(familyName, givenNames, date(object.value()), placeOfBirth);
            }
            case PLACE_OF_BIRTH -> {
                String place = FileContent.text(FileId.DG11, object.value()).replace("<", ", ");
                return new AdditionalPersonalDetails(familyName, givenNames, birth, place);
            }
            default -> {
                return this;
            }
        }
    }

    /** 8 digits, written as characters or as BCD in 4 bytes: both are in circulation. */
    private static String date(Bytes value) throws RefusedException {
        String text = value.length() == 4 ? value.toHex() : new String(value.toArray(), StandardCharsets.ISO_8859_1);
        if (!text.matches("[0-9]{8}")) {
            throw FileContent.malformed(FileId.DG11, "a full date of birth that is not 8 digits");
        }
        return text;
    }

    private static String words(String text) {
        return text.replace('<', ' ').strip().replaceAll(" +", " ");
    }

    @Override
    public String toString() {
        return "AdditionalPersonalDetails[hidden]";
    }
}
