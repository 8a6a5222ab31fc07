package fr.tessere.reader.page;

import fr.tessere.reader.access.AccessKey;
import fr.tessere.reader.card.CardChannel;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.script.ChipOffer;
import fr.tessere.reader.script.OpenedChip;
import fr.tessere.reader.script.ProgressListener;
import java.util.Optional;

/** Where the card lies: the reader that this program was told to use. */
public interface CardDesk {

    /**
     * Checks that there is a reader at all, before a reading is opened for nothing.
     *
     * @throws ReadingException {@code reader-missing}
     */
    void requireReader() throws ReadingException;

    /** Waits for a card and connects to it. */
    CardChannel connect() throws ReadingException;

    /** Opens the chip by an access key. */
    OpenedChip open(CardChannel channel, AccessKey key, ProgressListener listener) throws ReadingException;

    /** Asks a chip what it offers. */
    ChipOffer inspect(CardChannel channel, Optional<AccessKey> key, ProgressListener listener) throws ReadingException;
}
