package fr.tessere.reader.script;

import fr.tessere.reader.access.AccessKey;
import fr.tessere.reader.card.CardChannel;
import fr.tessere.reader.card.ReadingException;
import java.security.SecureRandom;
import java.util.Optional;

/** The front door of the reader: from a channel and an access key to an opened chip. */
public final class ChipReading {
    private final SecureRandom random;

    /** Ephemeral keys come from here. */
    public ChipReading(SecureRandom random) {
        this.random = random;
    }

    /**
     * Opens a chip by PACE, or by BAC where it offers no PACE, and selects the eMRTD application.
     *
     * @throws ReadingException {@code can-wrong}, {@code mrz-wrong}, {@code access-delayed},
     *     {@code access-not-supported}, {@code chip-unknown}, {@code chip-lost}, {@code chip-failed}
     */
    public OpenedChip open(CardChannel channel, AccessKey key, ProgressListener listener) throws ReadingException {
        throw new UnsupportedOperationException("not built yet: " + random);
    }

    /** Says what a chip offers: from outside without an access key, and from inside with one. Sends nothing anywhere. */
    public ChipOffer inspect(CardChannel channel, Optional<AccessKey> key, ProgressListener listener)
            throws ReadingException {
        throw new UnsupportedOperationException("not built yet");
    }
}
