package fr.tessere.reader.pcsc;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.reader.card.CardChannel;
import fr.tessere.reader.card.CardLostException;
import fr.tessere.reader.card.ReadingException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;
import org.jspecify.annotations.Nullable;

/** One card in a PC/SC reader, held by the thread that connected. */
final class PcscCard implements CardChannel {
    /** The JDK's buffer takes answers of 8 kB and not of 15 kB. */
    private static final int LARGEST_ANSWER = 8000;

    private final CardTerminal terminal;
    private final Duration patience;
    private @Nullable Card card;
    private boolean used;

    PcscCard(CardTerminal terminal, Duration patience) {
        this.terminal = terminal;
        this.patience = patience;
    }

    /** Connects to the card that lies there and keeps other programs away from it. */
    void powerUp() throws ReadingException {
        try {
            Card fresh = terminal.connect("*");
            card = fresh;
            fresh.beginExclusive();
            used = false;
        } catch (CardException refused) {
            close();
            throw new CardLostException("no connection to the card", refused);
        }
    }

    @Override
    public Bytes transmit(Bytes command) throws ReadingException {
        Card present = card;
        if (present == null) {
            throw new CardLostException("the card was let go");
        }
        used = true;
        try {
            return Bytes.of(present.getBasicChannel()
                    .transmit(new CommandAPDU(command.toArray()))
                    .getBytes());
        } catch (CardException | IllegalStateException refused) {
            throw new CardLostException("the card does not answer", refused);
        }
    }

    @Override
    public void reset() throws ReadingException {
        if (card != null && !used) {
            return;
        }
        close();
        PcscReaders.waitForCard(List.of(terminal), patience);
        powerUp();
    }

    @Override
    public int largestAnswer() {
        return LARGEST_ANSWER;
    }

    @Override
    public Optional<Bytes> answerToReset() {
        Card present = card;
        return present == null
                ? Optional.empty()
                : Optional.of(Bytes.of(present.getATR().getBytes()));
    }

    @Override
    public void close() {
        Card present = card;
        card = null;
        if (present == null) {
            return;
        }
        try {
            present.endExclusive();
        } catch (CardException | IllegalStateException alreadyGone) {
            // the card is let go either way
        }
        try {
            present.disconnect(true);
        } catch (CardException | IllegalStateException alreadyGone) {
            // as above
        }
    }
}
