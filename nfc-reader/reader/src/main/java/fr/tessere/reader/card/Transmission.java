package fr.tessere.reader.card;

import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.protocol.card.ResponseApdu;

/** A way to send commands to a card and understand its answers: bare, or through secure messaging. */
public interface Transmission {

    /**
     * Sends one command and gives the answer, freed of its protection.
     *
     * @throws SessionEndedException if the card ended the session before
     */
    ResponseApdu send(CommandApdu command) throws ReadingException;

    /** Most file bytes that an answer of this many bytes (without status word) can bring. */
    int room(int answer);

    /** Bytes of the answer (without status word) that brings this many file bytes. */
    int answerLength(int data);

    /** Commands and answers as they are. */
    static Transmission bare(CardChannel channel) {
        return new Transmission() {
            @Override
            public ResponseApdu send(CommandApdu command) throws ReadingException {
                return Answers.to(command, channel);
            }

            @Override
            public int room(int answer) {
                return answer;
            }

            @Override
            public int answerLength(int data) {
                return data;
            }
        };
    }
}
