package fr.tessere.operations.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A real socket on this machine that counts octets as RFC 6587 says, and keeps the messages of connections that end in order. */
final class ListeningCollector implements AutoCloseable {
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final ServerSocket socket;
    /** Connections that break after this many octets, the first ones. */
    private final AtomicInteger broken = new AtomicInteger();

    ListeningCollector(ServerSocket socket) {
        this.socket = socket;
        Thread listening = new Thread(this::listen, "collector");
        listening.setDaemon(true);
        listening.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** What connections brought that ended in order. */
    List<String> messages() {
        return messages;
    }

    int connections() {
        return connections.get();
    }

    /** The next connections are cut off after some octets, without a word. */
    void breakNext(int count) {
        broken.set(count);
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (Socket one = socket.accept()) {
                connections.incrementAndGet();
                if (broken.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    one.getInputStream().readNBytes(200);
                    // what a process does that is killed: the connection is reset
                    one.setSoLinger(true, 0);
                    continue;
                }
                messages.addAll(read(one.getInputStream()));
                // a TLS connection says that it ends
                one.shutdownOutput();
            } catch (IOException ended) {
                // that connection, or the socket
            }
        }
    }

    private static List<String> read(InputStream in) throws IOException {
        List<String> read = new java.util.ArrayList<>();
        for (int first = in.read(); first >= 0; first = in.read()) {
            ByteArrayOutputStream length = new ByteArrayOutputStream();
            for (int digit = first; digit != ' '; digit = in.read()) {
                if (digit < '0' || digit > '9') {
                    throw new IOException("no number of octets");
                }
                length.write(digit);
            }
            int octets = Integer.parseInt(length.toString(StandardCharsets.US_ASCII));
            byte[] message = in.readNBytes(octets);
            if (message.length != octets) {
                throw new IOException("the end is missing");
            }
            read.add(new String(message, StandardCharsets.UTF_8));
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
