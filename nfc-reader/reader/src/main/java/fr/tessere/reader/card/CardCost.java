package fr.tessere.reader.card;

/**
 * What an exchange with a card cost.
 *
 * @param apdus commands sent
 * @param bytesSent bytes of all commands
 * @param bytesReceived bytes of all answers
 */
public record CardCost(int apdus, long bytesSent, long bytesReceived) {
    /** Nothing yet. */
    public static final CardCost NONE = new CardCost(0, 0, 0);

    CardCost plus(int sent, int received) {
        return new CardCost(apdus + 1, bytesSent + sent, bytesReceived + received);
    }
}
