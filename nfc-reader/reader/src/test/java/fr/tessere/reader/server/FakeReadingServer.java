package fr.tessere.reader.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** A reading resource on loopback that answers what a test told it to, in that order, and keeps what it was sent. */
public final class FakeReadingServer implements AutoCloseable {
    private static final Path GOLDEN =
            Path.of(System.getProperty("tessere.root", "."), "src/main/docs/protocol/messages");

    private final HttpServer http;
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final List<String> troubles = Collections.synchronizedList(new ArrayList<>());
    private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());

    public FakeReadingServer() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        http.createContext("/", this::answer);
        http.start();
    }

    /** The address of the one reading that it has. */
    public String address() {
        return origin() + "/realms/tessere/tessere/readings/abcdefghijklmnop0123";
    }

    public String origin() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** Queues a golden message as it stands in the documentation. */
    public FakeReadingServer thenGolden(String name) {
        try {
            String body = Files.readString(GOLDEN.resolve(name + ".json"));
            return then(name.startsWith("problem") ? 422 : 200, "application/json", body);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Queues the end, with a return address on this server. */
    public FakeReadingServer thenDone() {
        return thenJson(
                200,
                "{\"type\":\"done\",\"version\":1,\"returnAddress\":\"" + origin()
                        + "/realms/tessere/tessere/return?code=f3Zx\"}");
    }

    public FakeReadingServer thenProblem(String code) {
        return thenJson(422, "{\"type\":\"problem\",\"version\":1,\"code\":\"" + code + "\"}");
    }

    public FakeReadingServer thenJson(int status, String body) {
        return then(status, "application/json", body);
    }

    public FakeReadingServer then(int status, String type, String body) {
        synchronized (answers) {
            answers.add(new Answer(status, type, body));
        }
        return this;
    }

    /** Last parts of the paths that were called. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** Bodies of the troubles that were told; nothing is queued for them. */
    public List<String> troubles() {
        return List.copyOf(troubles);
    }

    /** What was sent, in the order of {@link #calls()}. */
    public List<String> bodies() {
        return List.copyOf(bodies);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String call = path.substring(path.lastIndexOf('/') + 1);
            String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Answer answer = call.equals("trouble") ? noted(sent) : next(call, sent);
            byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type);
            exchange.getResponseHeaders().set("Location", origin() + "/elsewhere");
            exchange.sendResponseHeaders(answer.status, body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException dropped) {
            // a client that had enough
        }
    }

    private Answer noted(String trouble) {
        troubles.add(trouble);
        return new Answer(200, "application/json", "{\"type\":\"noted\",\"version\":1}");
    }

    private Answer next(String call, String body) {
        calls.add(call);
        bodies.add(body);
        synchronized (answers) {
            return answers.isEmpty() ? new Answer(500, "text/plain", "nothing queued") : answers.remove();
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private record Answer(int status, String type, String body) {}
}
