package fr.tessere.specimen.chip;

/**
 * The part of the machine readable zone that opens the chip: document number, birth date and expiry date, each with its
 * check digit (ICAO 9303-11 §4.3.2).
 *
 * @param characters 24 characters, more where the document number has more than 9
 */
public record MrzInformation(String characters) {
    private static final int[] WEIGHTS = {7, 3, 1};

    public MrzInformation {
        if (!characters.matches("[A-Z0-9<]{24,37}")) {
            throw new IllegalArgumentException("MRZ information has 24 to 37 characters of A-Z, 0-9 and <");
        }
    }

    /**
     * Puts the check digits behind each part.
     *
     * @param documentNumber filled up to 9 characters with {@code <} if it is shorter
     * @param birth YYMMDD, with {@code <} for what is unknown
     * @param expiry YYMMDD
     */
    public static MrzInformation of(String documentNumber, String birth, String expiry) {
        String number = documentNumber + "<".repeat(Math.max(0, 9 - documentNumber.length()));
        return new MrzInformation(withCheckDigit(number) + withCheckDigit(birth) + withCheckDigit(expiry));
    }

    private static String withCheckDigit(String part) {
        int sum = 0;
        for (int i = 0; i < part.length(); i++) {
            char character = part.charAt(i);
            sum += WEIGHTS[i % 3] * (character == '<' ? 0 : Character.digit(character, 36));
        }
        return part + sum % 10;
    }

    @Override
    public String toString() {
        return "MrzInformation[hidden]";
    }
}
