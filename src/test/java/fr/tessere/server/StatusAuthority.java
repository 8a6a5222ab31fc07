package fr.tessere.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An authority that is asked what became of a document, and that may be out of order. Says valid until told otherwise. */
public final class StatusAuthority implements AutoCloseable {
    /** How it answers. */
    public enum Mood {
        VALID,
        STOLEN,
        UNKNOWN,
        /** Its answer does not come in time. */
        SLOW,
        /** It hangs up. */
        DOWN,
        /** Something else than was agreed. */
        GARBAGE,
        /** More than anybody asked for. */
        HUGE
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile Mood mood = Mood.VALID;

    private StatusAuthority(HttpServer server) {
        this.server = server;
    }

    static StatusAuthority start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        StatusAuthority authority = new StatusAuthority(server);
        server.setExecutor(authority.threads);
        server.createContext("/v1/document-status", authority::answer);
        server.start();
        return authority;
    }

    /** From now on it answers like this. */
    public void is(Mood next) {
        mood = next;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/document-status");
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        switch (mood) {
            case VALID, STOLEN, UNKNOWN ->
                say(exchange, "{\"status\":\"" + mood.name().toLowerCase(java.util.Locale.ROOT) + "\"}");
            case GARBAGE -> say(exchange, "<html>all is well</html>");
            case SLOW -> {
                try {
                    Thread.sleep(9_000);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
                say(exchange, "{\"status\":\"valid\"}");
            }
            case DOWN -> exchange.close();
            case HUGE -> huge(exchange);
        }
    }

    private static void say(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void huge(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            for (int i = 0; i < 100_000; i++) {
                body.write(" ".repeat(1_024).getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
