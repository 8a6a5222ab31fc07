package fr.tessere.reader.card;

import fr.tessere.protocol.bytes.Bytes;

/** A link to one card: bytes in, bytes out, one command at a time. Not for use by two threads at once. */
public interface CardChannel extends AutoCloseable {

    /**
     * Sends one command (ISO 7816-4) and gives the card's answer, at least 2 bytes.
     *
     * @throws CardLostException if the card left or the link broke: a new card or {@link #reset()} may help
     * @throws ReadingException {@code chip-failed} if the answer is no answer, or over the limit of the link
     */
    Bytes transmit(Bytes command) throws ReadingException;

    /**
     * Takes the card back to where it was when it came into the field: no session, nothing selected. Also tries to find
     * a card again that was lost.
     */
    void reset() throws ReadingException;

    /** Most data bytes that one answer can bring over this link, 256 to 65,536; 256 where only short length is sure. */
    int largestAnswer();

    /** Lets the card go. */
    @Override
    void close();
}
