package fr.tessere.reader.access;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.card.ReadingException;
import java.util.Locale;

/**
 * The three fields of the machine readable zone that open a chip (ICAO 9303-11 §4.3.2). Never printed.
 *
 * @param documentNumber 1 to 22 characters A-Z, 0-9 and {@code <}, trailing fillers left out
 * @param birthDate 6 characters, YYMMDD; unknown parts are {@code <}
 * @param expiryDate 6 digits, YYMMDD
 */
public record MrzKey(String documentNumber, String birthDate, String expiryDate) implements AccessKey {
    private static final int[] WEIGHTS = {7, 3, 1};

    public MrzKey {
        documentNumber = documentNumber.replaceAll("<+$", "");
        if (!documentNumber.matches("[A-Z0-9<]{1,22}")) {
            throw new IllegalArgumentException("a document number has 1 to 22 characters A-Z, 0-9 and <");
        }
        if (!birthDate.matches("[0-9<]{6}") || !expiryDate.matches("[0-9]{6}")) {
            throw new IllegalArgumentException("the dates are written YYMMDD");
        }
    }

    /** Reads what a person typed, spaces, hyphens and small letters allowed; {@code mrz-malformed} if it cannot be. */
    public static MrzKey typed(String documentNumber, String birthDate, String expiryDate) throws ReadingException {
        try {
            return new MrzKey(tidy(documentNumber), tidy(birthDate), tidy(expiryDate));
        } catch (IllegalArgumentException refused) {
            throw new ReadingException(RefusalCode.MRZ_MALFORMED, String.valueOf(refused.getMessage()));
        }
    }

    /** The fields with their check digits, one behind the other (ICAO 9303-11 §4.3.2, 9303-3 §4.9). */
    String information() {
        String number = "%-9s".formatted(documentNumber).replace(' ', '<');
        return number + checkDigit(number) + birthDate + checkDigit(birthDate) + expiryDate + checkDigit(expiryDate);
    }

    @Override
    public RefusalCode refusalWhenWrong() {
        return RefusalCode.MRZ_WRONG;
    }

    @Override
    public String toString() {
        return "MrzKey[hidden]";
    }

    private static String tidy(String text) {
        return text.replaceAll("[\\s/.-]", "").toUpperCase(Locale.ROOT);
    }

    private static int checkDigit(String field) {
        int sum = 0;
        for (int i = 0; i < field.length(); i++) {
            int value = field.charAt(i) == '<' ? 0 : Character.getNumericValue(field.charAt(i));
            sum += value * WEIGHTS[i % WEIGHTS.length];
        }
        return sum % 10;
    }
}
