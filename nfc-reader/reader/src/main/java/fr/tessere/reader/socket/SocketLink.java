package fr.tessere.reader.socket;

import fr.tessere.reader.card.CardChannel;
import fr.tessere.reader.card.ReadingException;
import java.net.InetSocketAddress;
import java.time.Duration;

/** Links to chips behind a TCP address. */
public final class SocketLink {
    private SocketLink() {}

    /**
     * Connects and powers the chip on.
     *
     * @param patience longest wait for the connection and for each answer; a chip that was tried with wrong codes may
     *     take several seconds
     * @throws ReadingException {@code card-missing} if nothing listens there
     */
    public static CardChannel connect(InetSocketAddress address, Duration patience) throws ReadingException {
        SocketCard card = new SocketCard(address, patience);
        card.powerUp();
        return card;
    }
}
