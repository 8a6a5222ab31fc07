package fr.tessere.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A program that hears of alerts: it takes what is signed with its key, and may refuse the first try for a subject. */
public final class AlertReceiver implements AutoCloseable {
    private static final Pattern SIGNATURE = Pattern.compile("t=([0-9]+),v1=([0-9a-f]{64})");

    private final byte[] key = new byte[32];
    private final HttpServer server;
    private final List<JsonNode> taken = new CopyOnWriteArrayList<>();
    private final List<String> unsigned = new CopyOnWriteArrayList<>();
    private final Set<String> refusing = ConcurrentHashMap.newKeySet();

    private AlertReceiver(HttpServer server) {
        this.server = server;
        new SecureRandom().nextBytes(key);
    }

    static AlertReceiver start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        AlertReceiver receiver = new AlertReceiver(server);
        server.createContext("/alerts", receiver::take);
        server.start();
        return receiver;
    }

    /** What an operator sets, so that alerts come here, signed under the key in this file, and to one address. */
    Map<String, String> settings(Path file) throws IOException {
        Files.writeString(file, Base64.getEncoder().encodeToString(key));
        return Map.of(
                "TESSERE_ALERT_WEBHOOK_URL",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/alerts",
                "TESSERE_ALERT_WEBHOOK_KEY_FILE",
                file.toString(),
                "TESSERE_ALERT_ADDRESSES",
                "security@example.org");
    }

    /** The next try for an alert of this subject gets an error. */
    public void refuseOnce(String subject) {
        refusing.add(subject);
    }

    /** Waits for an alert of this rule and subject. */
    public JsonNode await(String rule, String subject) {
        Predicate<JsonNode> wanted = alert -> alert.path("rule").asText().equals(rule)
                && alert.path("subject").asText().equals(subject);
        Waiting.until(
                "an alert: " + rule + " " + subject,
                Duration.ofSeconds(60),
                () -> taken.stream().anyMatch(wanted));
        return taken.stream().filter(wanted).findFirst().orElseThrow();
    }

    /** What came without a signature of its key. */
    public List<String> unsigned() {
        return unsigned;
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        JsonNode alert = JsonMapper.builder().build().readTree(body);
        String signature = String.valueOf(exchange.getRequestHeaders().getFirst("Tessere-Signature"));
        if (!isSigned(body, signature)) {
            unsigned.add(signature);
        }
        boolean refused = refusing.remove(alert.path("subject").asText());
        if (!refused) {
            taken.add(alert);
        }
        exchange.sendResponseHeaders(refused ? 503 : 204, -1);
        exchange.close();
    }

    private boolean isSigned(String body, String signature) {
        Matcher form = SIGNATURE.matcher(signature);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return form.matches()
                    && HexFormat.of()
                            .formatHex(mac.doFinal((form.group(1) + "." + body).getBytes(StandardCharsets.UTF_8)))
                            .equals(form.group(2));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
