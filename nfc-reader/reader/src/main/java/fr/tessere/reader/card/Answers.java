package fr.tessere.reader.card;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.protocol.card.ResponseApdu;
import fr.tessere.protocol.reading.RefusalCode;

/** Sends a command without protection and reads the answer, which may be anything. */
public final class Answers {
    private Answers() {}

    /** Sends a command and gives the answer; {@code chip-failed} if it is none. */
    public static ResponseApdu to(CommandApdu command, CardChannel channel) throws ReadingException {
        return read(channel.transmit(command.encode()));
    }

    /** Reads the bytes of an answer; {@code chip-failed} if they are none. */
    public static ResponseApdu read(Bytes raw) throws ReadingException {
        try {
            return ResponseApdu.parse(raw);
        } catch (IllegalArgumentException refused) {
            throw new ReadingException(RefusalCode.CHIP_FAILED, String.valueOf(refused.getMessage()));
        }
    }
}
