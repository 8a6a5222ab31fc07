package fr.tessere.reader.pcsc;

import fr.tessere.reader.card.CardChannel;
import fr.tessere.reader.card.ReadingException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The PC/SC readers of this machine. */
public final class PcscReaders {

    /**
     * Names of the readers, in the order of PC/SC.
     *
     * @throws ReadingException {@code reader-missing} if there is none or the service does not run
     */
    public List<String> names() throws ReadingException {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * Waits for a card and connects to it for this process alone.
     *
     * @param reader part of a reader's name; without it the first reader that has a card
     * @param patience how long to wait for a card
     * @throws ReadingException {@code reader-missing}, {@code card-missing}, {@code chip-lost}
     */
    public CardChannel connect(Optional<String> reader, Duration patience) throws ReadingException {
        throw new UnsupportedOperationException("not built yet");
    }
}
