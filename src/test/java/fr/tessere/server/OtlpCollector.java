package fr.tessere.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes traces as OTLP over HTTP sends them (opentelemetry-proto 1.x, {@code ExportTraceServiceRequest}). */
public final class OtlpCollector implements AutoCloseable {
    private final HttpServer server;
    private final List<Span> spans = new CopyOnWriteArrayList<>();
    private final StringBuffer text = new StringBuffer();

    private OtlpCollector(HttpServer server) {
        this.server = server;
    }

    /**
     * A span.
     *
     * @param tracer who made it
     * @param id hexadecimal
     * @param parent id of the span around it, or empty
     * @param name of the span
     * @param attributes with values as text
     */
    public record Span(String tracer, String id, String parent, String name, Map<String, String> attributes) {}

    /** Begins to listen. */
    public static OtlpCollector start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            OtlpCollector collector = new OtlpCollector(server);
            server.createContext("/v1/traces", collector::take);
            server.start();
            return collector;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Where a server sends its traces. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** All that came. */
    public List<Span> spans() {
        return List.copyOf(spans);
    }

    /** All that came, as it came: each byte a character. */
    public String text() {
        return text.toString();
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        text.append(new String(body, StandardCharsets.ISO_8859_1));
        for (ProtoMessage resource : ProtoMessage.of(body).messages(1)) {
            for (ProtoMessage scope : resource.messages(2)) {
                String tracer = scope.messages(1).stream()
                        .map(one -> one.text(1))
                        .findFirst()
                        .orElse("");
                scope.messages(2).forEach(span -> spans.add(span(tracer, span)));
            }
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private static Span span(String tracer, ProtoMessage span) {
        Map<String, String> attributes = new TreeMap<>();
        for (ProtoMessage attribute : span.messages(9)) {
            ProtoMessage value = attribute.messages(2).get(0);
            attributes.put(attribute.text(1), value.has(1) ? value.text(1) : value.number(3));
        }
        return new Span(tracer, span.hex(2), span.hex(4), span.text(5), attributes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
