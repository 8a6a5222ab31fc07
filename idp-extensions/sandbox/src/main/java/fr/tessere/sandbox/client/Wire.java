package fr.tessere.sandbox.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls to the server beside us: forms and JSON, no redirects. */
@Component
public final class Wire {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /**
     * An answer.
     *
     * @param status HTTP status
     * @param text body
     */
    public record Answer(int status, String text) {
        /** The body as JSON; an empty object if it is none. */
        public JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (JacksonException none) {
                return JSON.createObjectNode();
            }
        }

        /** For people to read. */
        public String pretty() {
            return "HTTP " + status + "\n" + (json().isEmpty() ? text : json().toPrettyString());
        }
    }

    /** Sends a form. */
    public Answer form(URI address, Map<String, String> fields) {
        return send(request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encode(fields)))
                .build());
    }

    /** Sends JSON with this access token. */
    public Answer json(URI address, String token, JsonNode body) {
        return send(request(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    /** Fetches with this access token. */
    public Answer get(URI address, String token) {
        return send(request(address).header("Authorization", "Bearer " + token).build());
    }

    /** Fields as a query or form. */
    public static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(PATIENCE).header("Accept", "application/json");
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException unreachable) {
            return new Answer(0, "the server does not answer");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Answer(0, "interrupted");
        }
    }
}
