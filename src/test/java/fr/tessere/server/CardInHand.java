package fr.tessere.server;

import fr.tessere.specimen.chip.SoftwareChip;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.link.ChipServer;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A card that somebody holds to the reader, and takes away in mid-reading when told to. */
public final class CardInHand implements AutoCloseable {
    private final ChipServer chip;
    private final ServerSocket reader;
    private volatile int commands = Integer.MAX_VALUE;

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

    /** Takes it away before this many messages have been answered; lays it down again at once. */
    public CardInHand takenAwayAfter(int messages) {
        commands = messages;
        return this;
    }

    private void run() {
        while (!reader.isClosed()) {
            try (Socket terminal = reader.accept();
                    Socket card = new Socket(InetAddress.getLoopbackAddress(), chip.port())) {
                terminal.setTcpNoDelay(true);
                card.setTcpNoDelay(true);
                hold(terminal, card);
            } catch (IOException away) {
                // the next connection finds the card again
            }
        }
    }

    private void hold(Socket terminal, Socket card) throws IOException {
        DataInputStream commandsIn = new DataInputStream(terminal.getInputStream());
        DataInputStream answersIn = new DataInputStream(card.getInputStream());
        while (commands-- > 0) {
            byte[] command = pass(commandsIn, card);
            // on, off and reset have no answer
            if (command.length != 1 || command[0] == 4) {
                pass(answersIn, terminal);
            }
        }
        commands = Integer.MAX_VALUE;
    }

    private static byte[] pass(DataInputStream from, Socket to) throws IOException {
        byte[] message = new byte[from.readUnsignedShort()];
        from.readFully(message);
        byte[] framed = new byte[message.length + 2];
        framed[0] = (byte) (message.length >> 8);
        framed[1] = (byte) message.length;
        System.arraycopy(message, 0, framed, 2, message.length);
        DataOutputStream out = new DataOutputStream(to.getOutputStream());
        out.write(framed);
        out.flush();
        return message;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        chip.close();
    }
}
