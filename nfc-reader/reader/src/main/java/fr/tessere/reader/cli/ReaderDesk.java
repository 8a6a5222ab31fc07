package fr.tessere.reader.cli;

import fr.tessere.reader.access.AccessKey;
import fr.tessere.reader.card.CardChannel;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.page.CardDesk;
import fr.tessere.reader.pcsc.PcscReaders;
import fr.tessere.reader.script.ChipOffer;
import fr.tessere.reader.script.ChipReading;
import fr.tessere.reader.script.OpenedChip;
import fr.tessere.reader.script.ProgressListener;
import fr.tessere.reader.socket.SocketLink;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;

/** The card that the options name. */
final class ReaderDesk implements CardDesk {
    /** Time for a person to take the card out and lay it down. */
    private static final Duration CARD_PATIENCE = Duration.ofSeconds(60);

    private static final Duration LINK_PATIENCE = Duration.ofSeconds(20);

    private final CardOptions options;
    private final ChipReading chips = new ChipReading(new SecureRandom());

    ReaderDesk(CardOptions options) {
        this.options = options;
    }

    @Override
    public void requireReader() throws ReadingException {
        if (options.chip().isEmpty()) {
            new PcscReaders().names();
        }
    }

    @Override
    public CardChannel connect() throws ReadingException {
        return options.chip().isPresent()
                ? SocketLink.connect(options.chip().get(), LINK_PATIENCE)
                : new PcscReaders().connect(options.readerName(), CARD_PATIENCE);
    }

    @Override
    public OpenedChip open(CardChannel channel, AccessKey key, ProgressListener listener) throws ReadingException {
        return chips.open(channel, key, listener);
    }

    @Override
    public ChipOffer inspect(CardChannel channel, Optional<AccessKey> key, ProgressListener listener)
            throws ReadingException {
        return chips.inspect(channel, key, listener);
    }
}
