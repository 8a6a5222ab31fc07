package fr.tessere.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes e-mails on this machine and keeps them: as much of SMTP (RFC 5321) as a sender needs. */
public final class PostBox implements AutoCloseable {
    private final ServerSocket socket;
    private final List<String> messages = new CopyOnWriteArrayList<>();

    private PostBox(ServerSocket socket) {
        this.socket = socket;
        Thread thread = new Thread(this::serve, "post-box");
        thread.setDaemon(true);
        thread.start();
    }

    /** Opens one on a free port of 127.0.0.1. */
    public static PostBox open() {
        try {
            return new PostBox(new ServerSocket(0, 4, InetAddress.getByName("127.0.0.1")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its port. */
    public int port() {
        return socket.getLocalPort();
    }

    /** Waits for a message and gives its whole source. */
    public String next() {
        Waiting.until("an e-mail came", Duration.ofSeconds(30), () -> !messages.isEmpty());
        return messages.remove(0);
    }

    /** Waits for the first message to this address. */
    public Letter next(String address) {
        Waiting.until(
                "an e-mail to " + address + " came",
                Duration.ofSeconds(30),
                () -> messages.stream().anyMatch(message -> new Letter(message).isTo(address)));
        String first = messages.stream()
                .filter(message -> new Letter(message).isTo(address))
                .findFirst()
                .orElseThrow();
        messages.remove(first);
        return new Letter(first);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept()) {
                converse(caller);
            } catch (IOException gone) {
                // the next caller may come, or the box was closed
            }
        }
    }

    private void converse(Socket caller) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = caller.getOutputStream();
        say(out, "220 post-box");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equalsIgnoreCase("DATA")) {
                say(out, "354 go on");
                messages.add(message(in));
                say(out, "250 taken");
            } else if (line.equalsIgnoreCase("QUIT")) {
                say(out, "221 bye");
                return;
            } else {
                say(out, "250 well");
            }
        }
    }

    private static String message(BufferedReader in) throws IOException {
        StringBuilder message = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            message.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
        }
        return message.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
