package fr.tessere.specimen.link;

import fr.tessere.specimen.chip.SoftwareChip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Lays a chip on the virtual PC/SC reader (vpcd), so that it is seen through a real PC/SC stack. */
public final class VirtualReaderLink implements AutoCloseable {
    /** Where vpcd listens for a card in its first reader. */
    public static final int DEFAULT_PORT = 35_963;

    private static final int CONNECT_MILLIS = 3_000;

    private final Socket socket;
    private final Thread thread;

    private VirtualReaderLink(SoftwareChip chip, Socket socket) {
        this.socket = socket;
        this.thread = new Thread(() -> serve(chip, socket), "chip-in-virtual-reader-" + socket.getPort());
        thread.setDaemon(true);
    }

    /** Lays the chip on the first virtual reader. */
    public static VirtualReaderLink connect(SoftwareChip chip) {
        return connect(chip, DEFAULT_PORT);
    }

    /**
     * Lays the chip on the reader that listens on this port.
     *
     * @param port TCP port on loopback
     */
    public static VirtualReaderLink connect(SoftwareChip chip, int port) {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
        } catch (IOException noReader) {
            Sockets.close(socket);
            throw new UncheckedIOException(
                    "no virtual reader on port " + port + ": " + noReader.getMessage(), noReader);
        }
        VirtualReaderLink link = new VirtualReaderLink(chip, socket);
        link.thread.start();
        return link;
    }

    /** True while the reader holds the connection. */
    public boolean isConnected() {
        return thread.isAlive();
    }

    /** Returns when the reader closed the connection or the chip was taken away. */
    public void awaitEnd() throws InterruptedException {
        thread.join();
    }

    /** Takes the chip away. */
    @Override
    public void close() {
        Sockets.close(socket);
        Sockets.await(thread);
    }

    private static void serve(SoftwareChip chip, Socket socket) {
        try (socket) {
            chip.reset();
            new ChipLink(chip, socket).serve();
        } catch (IOException readerGone) {
            // the card is out of the field; awaitEnd tells
        } finally {
            chip.reset();
        }
    }
}
