package fr.tessere.specimen.link;

import fr.tessere.specimen.chip.SoftwareChip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/**
 * Serves one chip on the loopback address, one terminal after the other. Each new connection is a new field: the chip is
 * reset before it and behind it.
 */
public final class ChipServer implements AutoCloseable {
    private final SoftwareChip chip;
    private final ServerSocket listener;
    private final Thread thread;
    private volatile boolean closing;
    private volatile @Nullable Socket connection;

    private ChipServer(SoftwareChip chip, ServerSocket listener) {
        this.chip = chip;
        this.listener = listener;
        this.thread = new Thread(this::run, "chip-server-" + listener.getLocalPort());
        thread.setDaemon(true);
    }

    /** Serves this chip on a free port. */
    public static ChipServer start(SoftwareChip chip) {
        return start(chip, 0);
    }

    /**
     * Serves this chip.
     *
     * @param port TCP port on loopback, 0 for any free one
     */
    public static ChipServer start(SoftwareChip chip, int port) {
        try {
            ServerSocket listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 4);
            ChipServer server = new ChipServer(chip, listener);
            server.thread.start();
            return server;
        } catch (IOException taken) {
            throw new UncheckedIOException("port " + port + " on loopback: " + taken.getMessage(), taken);
        }
    }

    /** The TCP port. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Returns when the server was closed. */
    public void awaitEnd() throws InterruptedException {
        thread.join();
    }

    /** Takes the chip away: ends the connection there is and takes no other. */
    @Override
    public void close() {
        closing = true;
        Sockets.close(listener);
        Sockets.close(connection);
        Sockets.await(thread);
    }

    private void run() {
        while (!closing) {
            try (Socket accepted = listener.accept()) {
                connection = accepted;
                if (closing) {
                    return;
                }
                chip.reset();
                new ChipLink(chip, accepted).serve();
            } catch (IOException terminalGone) {
                // the next terminal may come; a closed listener ends the loop by its condition
            } finally {
                chip.reset();
            }
        }
    }
}
