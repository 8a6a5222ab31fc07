package fr.tessere.journal.alert;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells a program of an alert: one POST with JSON, and the HMAC-SHA-256 over time and body in {@value #SIGNATURE}. Any answer of 200 to
 * 299 within five seconds counts; nobody is redirected, and no answer is read.
 */
final class WebhookSender {
    static final String SIGNATURE = "Tessere-Signature";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String HMAC = "HmacSHA256";

    private final AlertSettings.Webhook webhook;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    WebhookSender(AlertSettings.Webhook webhook) {
        this.webhook = webhook;
    }

    /** True if it was taken. */
    boolean send(Alert alert, String realm, Instant at) throws InterruptedException {
        String body = body(alert, realm);
        HttpRequest request = HttpRequest.newBuilder(webhook.address())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header(SIGNATURE, "t=%d,v1=%s".formatted(at.getEpochSecond(), signature(body, at)))
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            return status >= 200 && status < 300;
        } catch (IOException unreachable) {
            return false;
        }
    }

    /** What is sent: facts and digests of the log. */
    static String body(Alert alert, String realm) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("form", 1);
        body.put("alert", alert.id());
        body.put("realm", realm);
        body.put("rule", alert.alarm().kind().word());
        body.put("subject", alert.alarm().subject());
        body.put("count", alert.alarm().count());
        body.put("first", alert.alarm().first().toString());
        body.put("last", alert.alarm().last().toString());
        body.put("raised", alert.raised().toString());
        ArrayNode entries = body.putArray("entries");
        alert.alarm().entries().forEach(entries::add);
        return body.toString();
    }

    private String signature(String body, Instant at) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(webhook.key(), HMAC));
            return HexFormat.of()
                    .formatHex(mac.doFinal((at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + HMAC, impossible);
        }
    }
}
