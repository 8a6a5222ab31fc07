package fr.tessere.reader.access;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.card.StatusWord;
import fr.tessere.protocol.reading.AccessProtocol;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.card.BlockSize;
import fr.tessere.reader.card.CardAbilities;
import fr.tessere.reader.card.CardChannel;
import fr.tessere.reader.card.FileReader;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.card.Transmission;
import java.security.SecureRandom;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Opens a chip: PACE where it offers PACE, BAC where it does not, and never BAC after PACE failed. */
public final class ChipAccess {
    /** SELECT of the eMRTD application by its identifier (ICAO 9303-10 §3.8). */
    private static final CommandApdu SELECT_APPLICATION =
            new CommandApdu(0x00, 0xA4, 0x04, 0x0C, Bytes.ofHex("A0000002471001"), 0);

    /** Kept here, or it could be collected: jMRTD may write of keys, and nothing of that is for a log. */
    private static final Logger JMRTD = Logger.getLogger("org.jmrtd");

    static {
        JMRTD.setLevel(Level.OFF);
    }

    private final SecureRandom random;

    /** Nonces and ephemeral keys come from here. */
    public ChipAccess(SecureRandom random) {
        this.random = random;
    }

    /** Resets the chip and asks how it can be opened. */
    public AccessOffer offer(CardChannel channel) throws ReadingException {
        channel.reset();
        CardAbilities abilities = CardAbilities.ask(channel);
        FileReader files = new FileReader(Transmission.bare(channel), new BlockSize(CardAbilities.SHORT));
        return AccessOffer.read(files.read(FileId.CARD_ACCESS, fraction -> {}), abilities);
    }

    /** Opens a chip that was just reset. Behind PACE the master file is selected, behind BAC the eMRTD application. */
    public AccessSession open(CardChannel channel, AccessOffer offer, AccessKey key) throws ReadingException {
        if (offer.offersPace()) {
            PaceOffer best = offer.best()
                    .orElseThrow(() -> new ReadingException(
                            RefusalCode.ACCESS_NOT_SUPPORTED, "none of the chip's PACE protocols is known"));
            SecureChannel secure = new Pace(channel, random, key).perform(best, offer.hasSeveralGroups(best));
            return new AccessSession(secure, AccessProtocol.PACE, best.title());
        }
        select(Transmission.bare(channel));
        if (!(key instanceof MrzKey mrz)) {
            throw new ReadingException(RefusalCode.CAN_UNKNOWN, "a chip without PACE has no CAN");
        }
        return new AccessSession(new Bac(channel, random).perform(mrz), AccessProtocol.BAC, "BAC");
    }

    /** Selects the eMRTD application where that is still to be done. */
    public void enter(AccessSession session) throws ReadingException {
        if (session.protocol() == AccessProtocol.PACE) {
            select(session.channel());
        }
    }

    /** The reader's part in a PACE that the server runs with a chip that was just reset. */
    public RemotePace remotePace(CardChannel channel, AccessKey key) {
        return new RemotePace(channel, key);
    }

    private static void select(Transmission card) throws ReadingException {
        StatusWord status = card.send(SELECT_APPLICATION).status();
        if (!status.isOkOrWarning()) {
            throw new ReadingException(RefusalCode.CHIP_UNKNOWN, "SELECT of the eMRTD application: status " + status);
        }
    }
}
