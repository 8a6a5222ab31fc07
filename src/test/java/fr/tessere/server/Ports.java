package fr.tessere.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.stream.IntStream;

/** TCP ports of this machine that nobody uses. */
public final class Ports {
    /** Below the ports that this machine gives to outgoing connections. */
    private static final int FIRST = 12_000;

    private static final int LAST = 32_000;

    private Ports() {}

    /** The first of this many loopback ports in a row that were free a moment ago. */
    static int row(int length) {
        int port = FIRST + new SecureRandom().nextInt(LAST - FIRST);
        while (!IntStream.range(port, port + length).allMatch(Ports::isFree)) {
            port += length;
        }
        return port;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** A loopback port that was free a moment ago. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
