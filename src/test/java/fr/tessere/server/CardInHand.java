package fr.tessere.server;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.specimen.chip.SoftwareChip;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.link.ChipServer;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Semaphore;

/** A card that somebody holds to a reader behind a TCP port: it leaves or slips in mid-reading when it is told to. */
public final class CardInHand implements AutoCloseable {
    private static final int ANSWER_TO_RESET = 4;

    private final ChipServer chip;
    private final ServerSocket reader;
    private final Semaphore held = new Semaphore(1);
    private volatile Moment moment = Moment.READING;
    private volatile int slips;
    private volatile boolean leaves;

    private CardInHand(SpecimenDocument document) throws IOException {
        chip = ChipServer.start(new SoftwareChip(document.contents()));
        reader = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::run, "card-in-hand");
        thread.setDaemon(true);
        thread.start();
    }

    /** Holds this document to a reader. */
    public static CardInHand of(SpecimenDocument document) {
        try {
            return new CardInHand(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The TCP port of the reader. */
    public int port() {
        return reader.getLocalPort();
    }

    /** It is taken away at this moment, and the reader waits for it. */
    public void leavesAt(Moment when) {
        moment = when;
        leaves = true;
        slips = 1;
    }

    /** It lies on the reader again. */
    public void laidDown() {
        held.release();
    }

    /** It slips each time this moment comes, so many times, and lies there again at once. */
    public void slipsAt(Moment when, int times) {
        moment = when;
        slips = times;
    }

    private void run() {
        while (!reader.isClosed()) {
            try {
                held.acquire();
                try (Socket terminal = reader.accept();
                        Socket card = new Socket(InetAddress.getLoopbackAddress(), chip.port())) {
                    terminal.setTcpNoDelay(true);
                    card.setTcpNoDelay(true);
                    hold(new DataInputStream(terminal.getInputStream()), terminal, card);
                }
            } catch (IOException ended) {
                // the next connection finds the card, unless it was taken away
            } catch (InterruptedException stopped) {
                return;
            }
            if (leaves && slips == 0) {
                leaves = false;
            } else {
                held.release();
            }
        }
    }

    private void hold(DataInputStream commands, Socket terminal, Socket card) throws IOException {
        DataInputStream answers = new DataInputStream(card.getInputStream());
        while (true) {
            byte[] command = message(commands);
            if (slips > 0 && moment.isAt(command)) {
                slips--;
                return;
            }
            pass(command, card);
            // on, off and reset have no answer
            if (command.length != 1 || command[0] == ANSWER_TO_RESET) {
                pass(message(answers), terminal);
            }
        }
    }

    private static byte[] message(DataInputStream from) throws IOException {
        byte[] message = new byte[from.readUnsignedShort()];
        from.readFully(message);
        return message;
    }

    private static void pass(byte[] message, Socket to) throws IOException {
        Bytes length = Bytes.of((byte) (message.length >> 8), (byte) message.length);
        to.getOutputStream().write(Bytes.concat(length, Bytes.of(message)).toArray());
        to.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        held.release();
        chip.close();
    }

    /** A moment of a reading, by the first command that is sent then under secure messaging. */
    public enum Moment {
        /** Files are read (READ BINARY, ISO 7816-4 §11.3.3). */
        READING(0xB0),
        /** The chip is to prove that it is the original (MANAGE SECURITY ENVIRONMENT, §11.5.11): the files were sent. */
        PROVING(0x22);

        private static final int PROTECTED = 0x0C;

        private final int instruction;

        Moment(int instruction) {
            this.instruction = instruction;
        }

        private boolean isAt(byte[] command) {
            return command.length > 3 && (command[0] & PROTECTED) == PROTECTED && (command[1] & 0xFF) == instruction;
        }
    }
}
