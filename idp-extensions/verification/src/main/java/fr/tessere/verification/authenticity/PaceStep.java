package fr.tessere.verification.authenticity;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.bytes.TlvException;
import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.protocol.card.ResponseApdu;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.RefusedException;
import java.util.List;

/**
 * One of the three scripts of a PACE with Chip Authentication Mapping that the server runs (ICAO 9303-11 §4.4): mapping,
 * agreement, confirmation.
 */
sealed interface PaceStep extends ChipSession permits PaceMapping, PaceAgreement, PaceConfirmation {
    /** What a reader reports instead of an answer when the card left the field between two scripts. */
    int CARD_LOST = 0x6F00;

    @Override
    default boolean isInReadersChannel() {
        return false;
    }

    @Override
    default int block(int largestAnswer) {
        return SecureChannel.payload(largestAnswer, ChipSuite.AES_128.blockLength());
    }

    /** GENERAL AUTHENTICATE with this object; all but the last are chained (§4.4.4.2). */
    static CommandApdu generalAuthenticate(Bytes content, boolean last) {
        Bytes data = new StrictTlv(0x7C, content).encode();
        return new CommandApdu(last ? 0x00 : 0x10, 0x86, 0, 0, data, 256);
    }

    /** The objects of a successful answer: these tags in this order and no others. */
    static List<Bytes> objects(ResponseApdu answer, int... tags) throws RefusedException {
        RefusedException.require(
                answer.status().isOk(), RefusalCode.CHIP_NOT_ORIGINAL, "the chip broke PACE off: " + answer.status());
        try {
            List<StrictTlv> objects = StrictTlv.parse(0x7C, answer.data()).children();
            boolean expected = objects.size() == tags.length;
            for (int i = 0; expected && i < tags.length; i++) {
                expected = objects.get(i).tag() == tags[i]
                        && !objects.get(i).value().isEmpty();
            }
            require(expected, "PACE: %d objects of the dynamic data, or other ones".formatted(objects.size()));
            return objects.stream().map(StrictTlv::value).toList();
        } catch (TlvException bad) {
            throw new RefusedException(RefusalCode.CHIP_ANSWER_MALFORMED, "PACE: " + bad.getMessage());
        }
    }

    /** True if the reader lost the card before this script could be played to its end. */
    static boolean isCardLost(List<ResponseApdu> answers) {
        return answers.get(answers.size() - 1).status().value() == CARD_LOST;
    }

    static void require(boolean holds, String detail) throws RefusedException {
        RefusedException.require(holds, RefusalCode.CHIP_ANSWER_MALFORMED, detail);
    }
}
