package fr.tessere.verification.lds;

import static fr.tessere.protocol.reading.RefusalCode.MRZ_CHECK_DIGIT;

import fr.tessere.protocol.card.FileId;
import fr.tessere.verification.evidence.RefusedException;

/**
 * Where the fields of a machine readable zone stand, lines joined: TD1 three lines of 30 (ICAO 9303-5), TD2 two of 36
 * (9303-6), TD3 two of 44 (9303-4). Each number is the offset of a field's first character.
 */
enum ZoneLayout {
    TD1(90, 5, 15, 30, 30, 37, 38, 45, 60, 90, 59, new int[] {5, 30, 30, 37, 38, 45, 48, 59}),
    TD2(72, 36, 64, 71, 49, 56, 57, 46, 5, 36, 71, new int[] {36, 46, 49, 56, 57, 71}),
    TD3(88, 44, 72, 86, 57, 64, 65, 54, 5, 44, 87, new int[] {44, 54, 57, 64, 65, 87});

    private static final int NUMBER_LENGTH = 9;
    private static final int DATE_LENGTH = 6;

    private final int length;
    private final int number;
    private final int optional;
    private final int optionalEnd;
    private final int birth;
    private final int sex;
    private final int expiry;
    private final int nationality;
    private final int names;
    private final int namesEnd;
    private final int composite;
    private final int[] compositeRanges;

    ZoneLayout(
            int length,
            int number,
            int optional,
            int optionalEnd,
            int birth,
            int sex,
            int expiry,
            int nationality,
            int names,
            int namesEnd,
            int composite,
            int[] compositeRanges) {
        this.length = length;
        this.number = number;
        this.optional = optional;
        this.optionalEnd = optionalEnd;
        this.birth = birth;
        this.sex = sex;
        this.expiry = expiry;
        this.nationality = nationality;
        this.names = names;
        this.namesEnd = namesEnd;
        this.composite = composite;
        this.compositeRanges = compositeRanges;
    }

    static ZoneLayout ofLength(int length) throws RefusedException {
        for (ZoneLayout layout : values()) {
            if (layout.length == length) {
                return layout;
            }
        }
        throw FileContent.malformed(FileId.DG1, "a zone of " + length + " characters, expected 90, 72 or 88");
    }

    MachineReadableZone read(String zone) throws RefusedException {
        requireDigit(zone.substring(birth, birth + DATE_LENGTH), zone.charAt(birth + DATE_LENGTH), "the birth date");
        requireDigit(zone.substring(expiry, expiry + DATE_LENGTH), zone.charAt(expiry + DATE_LENGTH), "the expiry");
        requireOptional(zone);
        requireComposite(zone);
        requireWords(zone);
        String identifiers = zone.substring(names, namesEnd);
        int split = identifiers.indexOf("<<");
        String family = split < 0 ? identifiers : identifiers.substring(0, split);
        String given = split < 0 ? "" : identifiers.substring(split + 2);
        return new MachineReadableZone(
                field(zone, 0, 2),
                field(zone, 2, 5),
                number(zone),
                zone.substring(birth, birth + DATE_LENGTH),
                zone.substring(sex, sex + 1),
                zone.substring(expiry, expiry + DATE_LENGTH),
                field(zone, nationality, nationality + 3),
                words(family),
                words(given));
    }

    /** A number of more than 9 characters goes on in the optional field, its check digit behind it (9303-5 §4.2.2). */
    private String number(String zone) throws RefusedException {
        String start = zone.substring(number, number + NUMBER_LENGTH);
        char digit = zone.charAt(number + NUMBER_LENGTH);
        String rest = zone.substring(optional, optionalEnd);
        int end = rest.indexOf('<') < 0 ? rest.length() : rest.indexOf('<');
        if (digit == '<' && this != TD3 && end > 1) {
            String whole = start + rest.substring(0, end - 1);
            requireDigit(whole, rest.charAt(end - 1), "the document number");
            return whole;
        }
        requireDigit(start, digit, "the document number");
        String text = start.replaceAll("<+$", "");
        if (text.isEmpty()) {
            throw FileContent.malformed(FileId.DG1, "a zone without document number");
        }
        return text;
    }

    /** Only TD3 has a check digit of the optional field; a filler stands for 0 where the field is empty. */
    private void requireOptional(String zone) throws RefusedException {
        if (this == TD3) {
            String text = zone.substring(optional, optionalEnd);
            char digit = zone.charAt(optionalEnd);
            if (digit != '<' || !text.matches("<*")) {
                requireDigit(text, digit, "the optional data");
            }
        }
    }

    private void requireComposite(String zone) throws RefusedException {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < compositeRanges.length; i += 2) {
            all.append(zone, compositeRanges[i], compositeRanges[i + 1]);
        }
        requireDigit(all.toString(), zone.charAt(composite), "the whole zone");
    }

    /**
     * Fields that only hold some letters: a type of document that there is (A, C, I or P first), States and nationality
     * without digits (9303-3 §5), a sex, a name.
     */
    private void requireWords(String zone) throws RefusedException {
        require(zone.substring(0, 2), "[ACIP][A-Z<]", "document type");
        require(zone.substring(2, 5), "[A-Z]{1,3}<*", "issuing State");
        require(zone.substring(nationality, nationality + 3), "[A-Z]{0,3}<*", "nationality");
        require(zone.substring(sex, sex + 1), "[FM<]", "sex");
        require(zone.substring(names, namesEnd), ".*[A-Z].*", "name");
    }

    /** What stands there is somebody's: only the field is named. */
    private static void require(String field, String form, String what) throws RefusedException {
        if (!field.matches(form)) {
            throw FileContent.malformed(FileId.DG1, "no " + what + " in its field of the zone");
        }
    }

    /** Weights 7, 3, 1; letters count from 10; fillers count 0 (ICAO 9303-3 §4.9). */
    private static void requireDigit(String text, char digit, String what) throws RefusedException {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = text.charAt(i) == '<' ? 0 : Character.digit(text.charAt(i), 36);
            sum += value * (i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1);
        }
        RefusedException.require(digit == '0' + sum % 10, MRZ_CHECK_DIGIT, "check digit of " + what);
    }

    private static String field(String zone, int from, int to) {
        return words(zone.substring(from, to));
    }

    private static String words(String text) {
        return text.replace('<', ' ').strip().replaceAll(" +", " ");
    }
}
