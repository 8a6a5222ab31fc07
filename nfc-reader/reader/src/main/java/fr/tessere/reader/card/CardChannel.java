package fr.tessere.reader.card;

import fr.tessere.protocol.bytes.Bytes;
import java.util.Optional;

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
     * a card again that was lost. Costs nothing while no command was sent.
     */
    void reset() throws ReadingException;

    /** Most data bytes that one answer can bring over this link, whatever the card can do; 256 to 65,536. */
    int largestAnswer();

    /** What the card said of itself when it was powered up (ISO 7816-3 §8), if the link tells. */
    default Optional<Bytes> answerToReset() {
        return Optional.empty();
    }

    /** Lets the card go. */
    @Override
    void close();
}
