package fr.tessere.reader.socket;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.card.CardChannel;
import fr.tessere.reader.card.CardLostException;
import fr.tessere.reader.card.ReadingException;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One chip at the other end of a TCP connection. */
final class SocketCard implements CardChannel {
    private static final byte POWER_OFF = 0;
    private static final byte POWER_ON = 1;
    private static final byte RESET = 2;
    private static final byte ANSWER_TO_RESET = 4;

    /** Longest message: its length has 2 bytes. */
    private static final int LONGEST = 0xFFFF;
    /** Longest answer to reset (ISO 7816-3 §8.1), bytes. */
    private static final int LONGEST_ANSWER_TO_RESET = 33;

    private final InetSocketAddress address;
    private final int patience;
    private @Nullable Socket socket;
    private Bytes answerToReset = Bytes.EMPTY;
    private boolean used;

    SocketCard(InetSocketAddress address, Duration patience) {
        this.address = address;
        this.patience = Math.toIntExact(Math.max(1, patience.toMillis()));
    }

    /** Connects, powers the chip on and asks for its answer to reset. */
    void powerUp() throws ReadingException {
        try {
            Socket fresh = new Socket();
            socket = fresh;
            fresh.setTcpNoDelay(true);
            fresh.setSoTimeout(patience);
            fresh.connect(address, patience);
        } catch (IOException refused) {
            close();
            throw new ReadingException(RefusalCode.CARD_MISSING, "no chip answers at port " + address.getPort());
        }
        write(Bytes.of(POWER_ON));
        answerToReset = askAnswerToReset();
        used = false;
    }

    @Override
    public Bytes transmit(Bytes command) throws ReadingException {
        if (command.length() < 4 || command.length() > LONGEST) {
            throw new IllegalArgumentException("a command has 4 to 65535 bytes, got " + command.length());
        }
        used = true;
        write(command);
        return read();
    }

    @Override
    public void reset() throws ReadingException {
        if (socket == null) {
            powerUp();
        } else if (used) {
            try {
                write(Bytes.of(RESET));
                answerToReset = askAnswerToReset();
                used = false;
            } catch (CardLostException lost) {
                powerUp();
            }
        }
    }

    @Override
    public int largestAnswer() {
        return LONGEST - 2;
    }

    @Override
    public Optional<Bytes> answerToReset() {
        return answerToReset.isEmpty() ? Optional.empty() : Optional.of(answerToReset);
    }

    @Override
    public void close() {
        Socket open = socket;
        socket = null;
        if (open != null) {
            try (open) {
                open.getOutputStream().write(new byte[] {0, 1, POWER_OFF});
            } catch (IOException alreadyGone) {
                // the chip is let go either way
            }
        }
    }

    private Bytes askAnswerToReset() throws ReadingException {
        write(Bytes.of(ANSWER_TO_RESET));
        Bytes answer = read();
        if (answer.length() > LONGEST_ANSWER_TO_RESET) {
            throw new ReadingException(
                    RefusalCode.CHIP_FAILED, "an answer to reset of %d bytes".formatted(answer.length()));
        }
        return answer;
    }

    /** One write a message: the other side would wait for the rest. */
    private void write(Bytes message) throws ReadingException {
        int length = message.length();
        Bytes framed = Bytes.concat(Bytes.of((byte) (length >> 8), (byte) length), message);
        try {
            connection().getOutputStream().write(framed.toArray());
        } catch (IOException broken) {
            throw lost(broken);
        }
    }

    private Bytes read() throws ReadingException {
        try {
            DataInputStream in = new DataInputStream(connection().getInputStream());
            byte[] message = new byte[in.readUnsignedShort()];
            in.readFully(message);
            return Bytes.of(message);
        } catch (IOException broken) {
            throw lost(broken);
        }
    }

    private Socket connection() throws CardLostException {
        Socket open = socket;
        if (open == null) {
            throw new CardLostException("the link to the chip is closed");
        }
        return open;
    }

    private CardLostException lost(IOException cause) {
        close();
        return new CardLostException("the link to the chip broke", cause);
    }
}
