package fr.tessere.reader.pcsc;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.card.CardChannel;
import fr.tessere.reader.card.ReadingException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;

/** The PC/SC readers of this machine. */
public final class PcscReaders {
    /** Pause between two looks for a card, milliseconds. */
    private static final long PAUSE = 200;

    static {
        // the JDK would repeat a protected command with another length by itself, which no secure channel survives
        if (System.getProperty("sun.security.smartcardio.t1GetResponse") == null) {
            System.setProperty("sun.security.smartcardio.t1GetResponse", "false");
        }
    }

    /**
     * Names of the readers, in the order of PC/SC.
     *
     * @throws ReadingException {@code reader-missing} if there is none or the service does not run
     */
    public List<String> names() throws ReadingException {
        return terminals().stream().map(CardTerminal::getName).toList();
    }

    /**
     * Waits for a card and connects to it, for this thread alone.
     *
     * @param reader part of a reader's name; without it the first reader that has a card
     * @param patience how long to wait for a card
     * @throws ReadingException {@code reader-missing}, {@code card-missing}, {@code chip-lost}
     */
    public CardChannel connect(Optional<String> reader, Duration patience) throws ReadingException {
        List<CardTerminal> terminals = terminals().stream()
                .filter(terminal -> reader.isEmpty() || terminal.getName().contains(reader.get()))
                .toList();
        if (terminals.isEmpty()) {
            throw new ReadingException(RefusalCode.READER_MISSING, "no reader has this name");
        }
        PcscCard card = new PcscCard(waitForCard(terminals, patience), patience);
        card.powerUp();
        return card;
    }

    static CardTerminal waitForCard(List<CardTerminal> terminals, Duration patience) throws ReadingException {
        long start = System.nanoTime();
        while (true) {
            for (CardTerminal terminal : terminals) {
                if (hasCard(terminal)) {
                    return terminal;
                }
            }
            if (System.nanoTime() - start >= patience.toNanos()) {
                throw new ReadingException(
                        RefusalCode.CARD_MISSING, "no card in %d seconds".formatted(patience.toSeconds()));
            }
            pause();
        }
    }

    private static List<CardTerminal> terminals() throws ReadingException {
        try {
            List<CardTerminal> terminals =
                    TerminalFactory.getDefault().terminals().list();
            if (terminals.isEmpty()) {
                throw new ReadingException(RefusalCode.READER_MISSING, "PC/SC lists no reader");
            }
            return terminals;
        } catch (CardException | RuntimeException refused) {
            throw new ReadingException(RefusalCode.READER_MISSING, "PC/SC does not answer", refused);
        }
    }

    private static boolean hasCard(CardTerminal terminal) throws ReadingException {
        try {
            return terminal.isCardPresent();
        } catch (CardException refused) {
            throw new ReadingException(RefusalCode.READER_MISSING, "the reader does not answer", refused);
        }
    }

    private static void pause() throws ReadingException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ReadingException(RefusalCode.READING_CANCELLED, "stopped while waiting for a card");
        }
    }
}
