package fr.tessere.reader.card;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.bytes.TlvException;
import fr.tessere.protocol.card.CommandApdu;
import java.util.List;
import java.util.Optional;

/**
 * What a card says it can do, in its answer to reset and in EF.ATR/INFO (ISO 7816-4 §8.1.1, §12.7).
 *
 * @param largestAnswer most data bytes of one answer over this link, 256 to 65,536; more than 256 means that the card
 *     announces extended length
 */
public record CardAbilities(int largestAnswer) {
    /** Most data bytes of an answer of short length. */
    public static final int SHORT = 256;

    /** What is asked of a card that announces extended length and does not say how much. */
    private static final int EXTENDED = 4096;

    private static final CommandApdu READ_EF_ATR = CommandApdu.of(0x00, 0xB0, 0x81, 0x00, 256);
    private static final int CARD_CAPABILITIES = 0x47;
    private static final int EXTENDED_LENGTH_INFORMATION = 0x7F66;

    /** Asks a card that was just reset. Costs one command at most, and none over a link that carries short length only. */
    public static CardAbilities ask(CardChannel channel) throws ReadingException {
        int link = channel.largestAnswer();
        if (link <= SHORT) {
            return new CardAbilities(SHORT);
        }
        if (channel.answerToReset()
                .filter(CardAbilities::announcesExtendedLength)
                .isPresent()) {
            return new CardAbilities(Math.min(link, EXTENDED));
        }
        Bytes answer = channel.transmit(READ_EF_ATR.encode());
        Bytes data = answer.slice(0, Math.max(0, answer.length() - 2));
        return new CardAbilities(Math.min(link, inEfAtr(data).orElse(SHORT)));
    }

    /** Card capabilities in the historical bytes: the third byte's bit 7 stands for extended length. */
    static boolean announcesExtendedLength(Bytes answerToReset) {
        Bytes historical = historicalBytes(answerToReset);
        if (historical.isEmpty() || historical.at(0) != 0x80 && historical.at(0) != 0x00) {
            return false;
        }
        int at = 1;
        while (at < historical.length()) {
            int tag = historical.at(at) >> 4;
            int length = historical.at(at) & 0x0F;
            if (tag == 0x7 && length == 3 && at + 3 < historical.length()) {
                return (historical.at(at + 3) & 0x40) != 0;
            }
            at += 1 + length;
        }
        return false;
    }

    private static Bytes historicalBytes(Bytes answerToReset) {
        if (answerToReset.length() < 2) {
            return Bytes.EMPTY;
        }
        int count = answerToReset.at(1) & 0x0F;
        int interfaceBytes = answerToReset.at(1) >> 4;
        int at = 2;
        while (interfaceBytes != 0) {
            at += Integer.bitCount(interfaceBytes);
            boolean more = (interfaceBytes & 0x8) != 0 && at - 1 < answerToReset.length();
            interfaceBytes = more ? answerToReset.at(at - 1) >> 4 : 0;
        }
        int end = Math.min(answerToReset.length(), at + count);
        return at >= end ? Bytes.EMPTY : answerToReset.slice(at, end);
    }

    private static Optional<Integer> inEfAtr(Bytes data) {
        try {
            for (StrictTlv object : StrictTlv.parseAll(data)) {
                if (object.tag() == EXTENDED_LENGTH_INFORMATION) {
                    return largestResponse(object.children());
                }
                boolean says =
                        object.tag() == CARD_CAPABILITIES && object.value().length() == 3;
                if (says && (object.value().at(2) & 0x40) != 0) {
                    return Optional.of(EXTENDED);
                }
            }
        } catch (TlvException notEfAtr) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** The second number is the largest answer with its 2 status bytes. */
    private static Optional<Integer> largestResponse(List<StrictTlv> numbers) {
        if (numbers.size() < 2 || numbers.get(1).value().length() > 3) {
            return Optional.empty();
        }
        int number = 0;
        Bytes value = numbers.get(1).value();
        for (int i = 0; i < value.length(); i++) {
            number = number << 8 | value.at(i);
        }
        return Optional.of(Math.max(SHORT, Math.min(number - 2, 65_536)));
    }
}
