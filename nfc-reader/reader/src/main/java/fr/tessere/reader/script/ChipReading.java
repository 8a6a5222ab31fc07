package fr.tessere.reader.script;

import fr.tessere.reader.access.AccessKey;
import fr.tessere.reader.access.AccessOffer;
import fr.tessere.reader.access.ChipAccess;
import fr.tessere.reader.card.CardChannel;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.card.TracedChannel;
import java.security.SecureRandom;
import java.util.Optional;

/** The front door of the reader: from a channel and an access key to an opened chip. */
public final class ChipReading {
    private final ChipAccess access;

    /** Ephemeral keys come from here. */
    public ChipReading(SecureRandom random) {
        access = new ChipAccess(random);
    }

    /**
     * Resets a chip, opens it by PACE, or by BAC where it offers no PACE, and selects the eMRTD application. After a
     * lost card it can be called again on the same channel.
     *
     * @throws ReadingException {@code can-wrong}, {@code can-unknown}, {@code mrz-wrong}, {@code access-delayed},
     *     {@code access-not-supported}, {@code chip-unknown}, {@code chip-lost}, {@code chip-failed}
     */
    public OpenedChip open(CardChannel channel, AccessKey key, ProgressListener listener) throws ReadingException {
        TracedChannel counted = TracedChannel.counting(channel);
        return ChipSession.open(counted, access, offer(counted, listener), key, listener);
    }

    /** Says what a chip offers: from outside without an access key, and from inside with one. Sends nothing anywhere. */
    public ChipOffer inspect(CardChannel channel, Optional<AccessKey> key, ProgressListener listener)
            throws ReadingException {
        TracedChannel counted = TracedChannel.counting(channel);
        AccessOffer offer = offer(counted, listener);
        Optional<ChipOffer.Insight> insight = Optional.empty();
        if (key.isPresent()) {
            insight = Optional.of(ChipSession.open(counted, access, offer, key.get(), listener)
                    .insight());
        }
        return new ChipOffer(offer.titles(), insight, counted.cost());
    }

    private AccessOffer offer(TracedChannel channel, ProgressListener listener) throws ReadingException {
        listener.at(ReadingStep.OFFER, 0.0);
        AccessOffer offer = access.offer(channel);
        listener.at(ReadingStep.OFFER, 1.0);
        return offer;
    }
}
