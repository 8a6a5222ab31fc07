package fr.tessere.reader.access;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.bytes.TlvException;
import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.protocol.card.ResponseApdu;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.card.Answers;
import fr.tessere.reader.card.CardChannel;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.card.SessionEndedException;
import fr.tessere.reader.card.Transmission;
import java.util.List;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;
import org.jmrtd.protocol.SecureMessagingWrapper;

/**
 * Secure messaging with a chip (ICAO 9303-11 §9.8) over its channel: jMRTD wraps and unwraps, after the answer's outer
 * form was checked here.
 */
public final class SecureChannel implements Transmission {
    /** DO'99' with the status and DO'8E' with the MAC, bytes. */
    private static final int STATUS_AND_MAC = 4 + 10;

    private final CardChannel channel;
    private final SecureMessagingWrapper wrapper;
    private final int padding;
    private boolean ended;

    SecureChannel(CardChannel channel, SecureMessagingWrapper wrapper, int padding) {
        this.channel = channel;
        this.wrapper = wrapper;
        this.padding = padding;
    }

    @Override
    public ResponseApdu send(CommandApdu command) throws ReadingException {
        if (ended) {
            throw new SessionEndedException("the chip ended secure messaging");
        }
        ResponseApdu answer = Answers.read(channel.transmit(wrap(command)));
        if (answer.data().isEmpty()) {
            return unprotected(answer);
        }
        requireForm(answer);
        try {
            ResponseAPDU plain = wrapper.unwrap(new ResponseAPDU(answer.encode().toArray()));
            return Answers.read(Bytes.of(plain.getBytes()));
        } catch (RuntimeException refused) {
            ended = true;
            throw failed("an answer that does not verify", refused);
        }
    }

    /** True if the chip ended secure messaging: it must be reset and opened again. */
    public boolean hasEnded() {
        return ended;
    }

    @Override
    public int room(int answer) {
        int data = Math.max(1, (answer - STATUS_AND_MAC - 3) / padding) * padding - 1;
        while (data > padding && answerLength(data) > answer) {
            data -= padding;
        }
        return data;
    }

    @Override
    public int answerLength(int data) {
        int content = 1 + (data / padding + 1) * padding;
        return new StrictTlv(0x87, Bytes.of(new byte[content])).encode().length() + STATUS_AND_MAC;
    }

    private Bytes wrap(CommandApdu command) throws ReadingException {
        try {
            return Bytes.of(
                    wrapper.wrap(new CommandAPDU(command.encode().toArray())).getBytes());
        } catch (RuntimeException refused) {
            throw failed("a command that cannot be wrapped", refused);
        }
    }

    /** A chip that does not protect its answer ended the session; that it has done what was asked is not believed. */
    private ResponseApdu unprotected(ResponseApdu answer) throws ReadingException {
        ended = true;
        if (answer.status().isOkOrWarning()) {
            throw new ReadingException(RefusalCode.CHIP_FAILED, "an unprotected answer, status " + answer.status());
        }
        return answer;
    }

    /** DO'87' or DO'85' at most once, DO'99' with 2 bytes equal to the status word, DO'8E' with 8 bytes, no more. */
    private static void requireForm(ResponseApdu answer) throws ReadingException {
        try {
            List<StrictTlv> objects = StrictTlv.parseAll(answer.data());
            int last = objects.size() - 1;
            boolean data = last == 1 || last == 2 && isData(objects.get(0));
            boolean status = data && objects.get(last - 1).tag() == 0x99 && holdsStatus(objects.get(last - 1), answer);
            boolean mac = status
                    && objects.get(last).tag() == 0x8E
                    && objects.get(last).value().length() == 8;
            if (!mac) {
                throw new ReadingException(
                        RefusalCode.CHIP_FAILED, "secure messaging objects: %d found, wrong ones".formatted(last + 1));
            }
        } catch (TlvException refused) {
            throw new ReadingException(RefusalCode.CHIP_FAILED, "secure messaging: " + refused.getMessage());
        }
    }

    private static boolean isData(StrictTlv object) {
        return object.tag() == 0x87 && object.value().length() > 1 || object.tag() == 0x85;
    }

    private static boolean holdsStatus(StrictTlv object, ResponseApdu answer) {
        return object.value().length() == 2
                && (object.value().at(0) << 8 | object.value().at(1))
                        == answer.status().value();
    }

    private static ReadingException failed(String what, RuntimeException cause) {
        return new ReadingException(
                RefusalCode.CHIP_FAILED, what + " (" + cause.getClass().getSimpleName() + ")");
    }
}
