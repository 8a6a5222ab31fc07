package fr.tessere.specimen.document;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * What a document says about itself.
 *
 * @param layout size and arrangement of the machine readable zone
 * @param code one or two letters: {@code P} passport, {@code ID} identity card, {@code IR} residence permit
 * @param issuingState three letters (ICAO 9303-3 §5)
 * @param number document number, A-Z and 0-9; more than 9 characters only on TD1 and TD2
 * @param issued first day of validity; the security object is signed on it
 * @param expiry last day of validity
 * @param optionalData what a State may add to the zone, often nothing
 */
public record Paper(
        Layout layout,
        String code,
        String issuingState,
        String number,
        LocalDate issued,
        LocalDate expiry,
        String optionalData) {
    /** The three sizes of ICAO 9303-4 to -6. */
    public enum Layout {
        /** Bank card: three lines of 30. */
        TD1(3, 30),
        /** Two lines of 36. */
        TD2(2, 36),
        /** Passport: two lines of 44. */
        TD3(2, 44);

        private final int lines;
        private final int width;

        Layout(int lines, int width) {
            this.lines = lines;
            this.width = width;
        }

        /** Number of lines. */
        public int lines() {
            return lines;
        }

        /** Characters in a line. */
        public int width() {
            return width;
        }
    }

    public Paper {
        if (!code.matches("[A-Z]{1,2}") || !issuingState.matches("[A-Z]{1,3}")) {
            throw new IllegalArgumentException("a document code has one or two letters, a State one to three");
        }
        if (!number.matches("[A-Z0-9]{1,22}") || (layout == Layout.TD3 && number.length() > 9)) {
            throw new IllegalArgumentException(
                    "a document number has 1 to 22 characters of A-Z and 0-9, TD3 at most 9");
        }
        if (!optionalData.matches("[A-Z0-9<]*")) {
            throw new IllegalArgumentException("optional data has characters of A-Z, 0-9 and < only");
        }
    }

    /** The same document with another number. */
    public Paper numbered(String other) {
        return new Paper(layout, code, issuingState, other, issued, expiry, optionalData);
    }

    /** The same document, valid to another day. */
    public Paper expiringOn(LocalDate day) {
        return new Paper(layout, code, issuingState, number, issued, day, optionalData);
    }

    /** YYMMDD. */
    String expiryInMrz() {
        return expiry.format(DateTimeFormatter.ofPattern("yyMMdd"));
    }

    @Override
    public String toString() {
        return "Paper[" + layout + "]";
    }
}
