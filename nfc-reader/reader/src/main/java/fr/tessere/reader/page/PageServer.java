package fr.tessere.reader.page;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The reader's page on 127.0.0.1, for as long as the program runs. */
public final class PageServer implements AutoCloseable {
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final HttpServer http;
    private final int port;
    private final Clock clock;
    private final ExecutorService answering;
    private final ExecutorService reading;
    private final PageRequests requests;
    private Optional<Doorway> doorway = Optional.empty();
    private volatile Instant used;

    private PageServer(HttpServer http, int port, CardDesk desk, String program, Clock clock, SecureRandom random) {
        this.http = http;
        this.port = port;
        this.clock = clock;
        used = clock.instant();
        answering = Executors.newFixedThreadPool(4, PageServer::daemon);
        // one card, one reading at a time
        reading = Executors.newSingleThreadExecutor(PageServer::daemon);
        requests = new PageRequests(
                new RequestGuard(port), new FormTokens(random), desk, new Opening(program, clock), reading);
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
        HttpServer http = listen(port);
        return new PageServer(http, http.getAddress().getPort(), desk, program, clock, random);
    }

    /**
     * Starts the page behind a socket that listens already, on 127.0.0.1, because a session manager opened it and starts
     * this program when the first browser connects.
     *
     * @throws IOException if other machines could reach that socket
     */
    public static PageServer behind(
            ServerSocketChannel door, CardDesk desk, String program, Clock clock, SecureRandom random)
            throws IOException {
        int outside = Doorway.port(door);
        HttpServer http = listen(0);
        PageServer page = new PageServer(http, outside, desk, program, clock, random);
        page.doorway = Optional.of(Doorway.open(door, http.getAddress()));
        return page;
    }

    private static HttpServer listen(int port) throws IOException {
        InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
        return HttpServer.create(new InetSocketAddress(loopback, port), 16);
    }

    /** Where it is, without a slash at the end. */
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Where it asks whether to open this reading; whatever is no reading's address is refused there. */
    public static URI place(String page, String reading) {
        return URI.create(page + "/read?address=" + URLEncoder.encode(reading, StandardCharsets.UTF_8));
    }

    /** Waits until nobody has asked for anything for so long. */
    public void awaitSilence(Duration silence) throws InterruptedException {
        Duration left = silence;
        while (!left.isNegative()) {
            Thread.sleep(left.toMillis() + 1);
            left = Duration.between(clock.instant(), used.plus(silence));
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            used = clock.instant();
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

    static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "tessere-page");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        doorway.ifPresent(Doorway::close);
        http.stop(0);
        answering.shutdownNow();
        reading.shutdownNow();
    }
}
