package fr.tessere.reader.card;

import fr.tessere.protocol.card.StatusWord;
import fr.tessere.protocol.reading.RefusalCode;

/**
 * How much one answer of this card can bring: begins with what card and reader announce and only ever shrinks, when
 * the card refuses or gives less. Survives a reset, so that nothing has to be learned twice.
 */
public final class BlockSize {
    /** Sizes that cards in circulation are known to take, bytes of an answer without status word. */
    private static final int[] STEPS = {4096, 2048, 1024, 256, 224, 160, 112, 80, 64};

    private int largestAnswer;

    public BlockSize(int largestAnswer) {
        this.largestAnswer = largestAnswer;
    }

    /** Most data bytes of one answer, 64 to 65,536, protection included. */
    public int largestAnswer() {
        return largestAnswer;
    }

    /** Most file bytes to ask for at once. */
    int block(Transmission card) {
        return card.room(largestAnswer);
    }

    /** The card did not answer a command that asked for a block: take what it offers (6Cxx), or the next smaller size. */
    void refused(StatusWord status, Transmission card) throws ReadingException {
        int offered = status.value() >> 8 == 0x6C ? status.value() & 0xFF : 0;
        if (offered > 0 && card.answerLength(offered) < largestAnswer) {
            shrinkTo(card.answerLength(offered));
            return;
        }
        for (int step : STEPS) {
            if (step < largestAnswer) {
                largestAnswer = step;
                return;
            }
        }
        throw new ReadingException(
                RefusalCode.CHIP_FAILED, "READ BINARY answers %s at every block size".formatted(status));
    }

    /** The card answered with fewer bytes than asked for and than there are. */
    void shortened(int received, Transmission card) {
        shrinkTo(card.answerLength(received));
    }

    private void shrinkTo(int size) {
        largestAnswer = Math.min(largestAnswer, Math.max(size, STEPS[STEPS.length - 1]));
    }
}
