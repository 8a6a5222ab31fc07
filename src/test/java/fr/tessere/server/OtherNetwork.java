package fr.tessere.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** A way to the server from another network: this machine's loopback has 65,536 of them, {@code 127.0.N.0/24} among them. */
public final class OtherNetwork implements AutoCloseable {
    private final ServerSocket entrance;
    private final InetSocketAddress server;
    private final InetAddress from;

    private OtherNetwork(URI address, int number) throws IOException {
        entrance = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        server = new InetSocketAddress("127.0.0.1", address.getPort());
        from = InetAddress.getByName("127.0." + number + ".1");
        daemon(this::accept);
    }

    /** Network number 1 to 255. */
    public static OtherNetwork to(KeycloakServer server, int number) {
        try {
            return new OtherNetwork(server.address(), number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A browser that stands there. */
    public PlainBrowser browser() {
        return new PlainBrowser(
                "en", ProxySelector.of(new InetSocketAddress(entrance.getInetAddress(), entrance.getLocalPort())));
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket browser = entrance.accept();
                Socket behind = new Socket();
                behind.bind(new InetSocketAddress(from, 0));
                behind.connect(server);
                daemon(() -> pass(browser, behind));
                daemon(() -> pass(behind, browser));
            } catch (IOException ended) {
                // nobody comes any more, or the browser sees that nobody answers
            }
        }
    }

    private static void pass(Socket one, Socket other) {
        try (one;
                other) {
            InputStream from = one.getInputStream();
            from.transferTo(other.getOutputStream());
        } catch (IOException ended) {
            // one side hung up, so both do
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "other-network");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
