package fr.tessere.reader.access;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.card.ReadingException;

/**
 * The 6 digits printed on a card; they open PACE (ICAO 9303-11 §4.4). They stay beside the card and are never printed.
 *
 * @param digits the 6 digits
 */
public record CardAccessNumber(String digits) implements AccessKey {
    public CardAccessNumber {
        if (!digits.matches("[0-9]{6}")) {
            throw new IllegalArgumentException("a CAN has 6 digits, got " + digits.length() + " characters");
        }
    }

    /** Reads what a person typed, spaces allowed; {@code can-malformed} if it is not six digits. */
    public static CardAccessNumber typed(String text) throws ReadingException {
        try {
            return new CardAccessNumber(text.replaceAll("\\s", ""));
        } catch (IllegalArgumentException refused) {
            throw new ReadingException(RefusalCode.CAN_MALFORMED, String.valueOf(refused.getMessage()));
        }
    }

    @Override
    public RefusalCode refusalWhenWrong() {
        return RefusalCode.CAN_WRONG;
    }

    @Override
    public String toString() {
        return "CardAccessNumber[hidden]";
    }
}
