package fr.tessere.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.ChipAnswers;
import fr.tessere.protocol.reading.UnverifiedFiles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The reading interface as a stranger's program sees it: one address, its calls, any bytes. Counts and keeps all. */
public final class Wire {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final URI address;
    private final List<String> seen = new ArrayList<>();
    private int requests;
    private long bytesSent;
    private long bytesReceived;

    /** The reading that this address names. */
    public Wire(URI address) {
        this.address = address;
    }

    /** Sends {@code open}. */
    public Answer open() {
        return post("open", JSON.createObjectNode().put("version", 1).put("reader", "stranger 1.0"));
    }

    /** Sends {@code chip}. */
    public Answer chip(UnverifiedFiles files) {
        return post("chip", message(files));
    }

    /** Sends {@code proof}. */
    public Answer proof(ChipAnswers answers) {
        return post("proof", message(answers));
    }

    /** Sends {@code trouble}. */
    public Answer trouble(String code) {
        return post("trouble", JSON.createObjectNode().put("version", 1).put("code", code));
    }

    /** Sends this JSON. */
    public Answer post(String call, JsonNode message) {
        return post(call, message.toString().getBytes(StandardCharsets.UTF_8), "application/json");
    }

    /** Sends these bytes. */
    public Answer post(String call, byte[] body, String contentType) {
        bytesSent += body.length;
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/" + call))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return send(request);
    }

    /** Sends this request. */
    public Answer send(HttpRequest request) {
        requests++;
        long start = System.nanoTime();
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            seen.add(response.body());
            bytesReceived += response.body().getBytes(StandardCharsets.UTF_8).length;
            return new Answer(response, Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException e) {
            throw new AssertionError("no answer to " + request.uri().getPath(), e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** The reading. */
    public URI address() {
        return address;
    }

    /** Requests sent so far. */
    public int requests() {
        return requests;
    }

    /** Bytes of all bodies sent so far. */
    public long bytesSent() {
        return bytesSent;
    }

    /** Bytes of all bodies received so far. */
    public long bytesReceived() {
        return bytesReceived;
    }

    /** Every body that came back so far. */
    public List<String> seen() {
        return List.copyOf(seen);
    }

    /** What the protocol writes for these files. */
    public static ObjectNode message(UnverifiedFiles files) {
        ObjectNode message = JSON.createObjectNode()
                .put("version", files.version())
                .put("access", files.access().word());
        ObjectNode contents = message.putObject("files");
        files.files().forEach((file, bytes) -> contents.put(file.word(), bytes.toBase64()));
        ObjectNode lengths = message.putObject("lengths");
        files.lengths().forEach((file, length) -> lengths.put(file.word(), length));
        return message.put("largestAnswer", files.largestAnswer());
    }

    /** What the protocol writes for these answers. */
    public static ObjectNode message(ChipAnswers answers) {
        ObjectNode message =
                JSON.createObjectNode().put("version", answers.version()).put("round", answers.round());
        ArrayNode all = message.putArray("answers");
        answers.answers().stream().map(Bytes::toBase64).forEach(all::add);
        return message;
    }
}
