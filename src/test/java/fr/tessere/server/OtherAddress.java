package fr.tessere.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Another address of this machine, from which browsers reach the server: Linux has all of 127.0.0.0/8. Java 17's HTTP client
 * cannot choose its own, so it goes through this proxy, which carries bytes and changes none.
 */
public final class OtherAddress implements AutoCloseable {
    private final ServerSocket door;
    private final InetAddress from;
    private final URI server;
    private final AtomicInteger carried = new AtomicInteger();
    private final List<Socket> open = new ArrayList<>();

    private OtherAddress(ServerSocket door, InetAddress from, URI server) {
        this.door = door;
        this.from = from;
        this.server = server;
    }

    /** This address, for example {@code 127.0.7.1}, for one server. */
    public static OtherAddress of(String address, KeycloakServer server) {
        try {
            ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            OtherAddress place = new OtherAddress(door, InetAddress.getByName(address), server.issuer());
            start(place::listen);
            return place;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A browser that was never here, at this address. */
    public PlainBrowser browser(String language) {
        return new PlainBrowser(
                language,
                ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), door.getLocalPort())));
    }

    /** Connections that came to the server from this address. */
    public int connections() {
        return carried.get();
    }

    private void listen() {
        try {
            while (true) {
                Socket browser = remember(door.accept());
                Socket onward = remember(new Socket(server.getHost(), server.getPort(), from, 0));
                carried.incrementAndGet();
                start(() -> carry(browser, onward));
                start(() -> carry(onward, browser));
            }
        } catch (IOException closed) {
            // no more browsers come from here
        }
    }

    private synchronized Socket remember(Socket socket) {
        open.add(socket);
        return socket;
    }

    private static void carry(Socket one, Socket other) {
        try (InputStream in = one.getInputStream();
                OutputStream out = other.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException closed) {
            // the other side hears of it by the end of its stream
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "other address");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public synchronized void close() {
        try {
            door.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
