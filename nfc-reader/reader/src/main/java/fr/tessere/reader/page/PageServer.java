package fr.tessere.reader.page;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The reader's page on 127.0.0.1, for as long as the program runs. */
public final class PageServer implements AutoCloseable {
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final HttpServer http;
    private final ExecutorService answering;
    private final ExecutorService reading;
    private final PageRequests requests;

    private PageServer(HttpServer http, CardDesk desk, String program, Clock clock, SecureRandom random) {
        this.http = http;
        answering = Executors.newFixedThreadPool(4, PageServer::daemon);
        // one card, one reading at a time
        reading = Executors.newSingleThreadExecutor(PageServer::daemon);
        requests = new PageRequests(
                new RequestGuard(http.getAddress().getPort()),
                new FormTokens(random),
                desk,
                new Opening(program, clock),
                reading);
        http.setExecutor(answering);
        http.createContext("/", this::answer);
        http.start();
    }

    /**
     * Starts the page.
     *
     * @param port port on 127.0.0.1, 0 for any free one
     * @param desk where the card lies
     * @param program name and version, told to the server of a reading
     */
    public static PageServer start(int port, CardDesk desk, String program, Clock clock, SecureRandom random)
            throws IOException {
        InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
        return new PageServer(
                HttpServer.create(new InetSocketAddress(loopback, port), 16), desk, program, clock, random);
    }

    /** Where it is, without a slash at the end. */
    public String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = requests.answer(exchange);
            Headers headers = exchange.getResponseHeaders();
            headers.set("Content-Type", reply.type());
            headers.set("Content-Security-Policy", POLICY);
            headers.set("Cache-Control", "no-store");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("X-Frame-Options", "DENY");
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
            reply.location().ifPresent(location -> headers.set("Location", location));
            reply.cookie().ifPresent(cookie -> headers.set("Set-Cookie", cookie));
            byte[] body = reply.body();
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(body);
                }
            }
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "tessere-page");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        http.stop(0);
        answering.shutdownNow();
        reading.shutdownNow();
    }
}
