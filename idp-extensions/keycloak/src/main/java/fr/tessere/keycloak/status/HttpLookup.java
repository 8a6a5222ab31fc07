package fr.tessere.keycloak.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.tessere.keycloak.settings.StatusSettings;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.evidence.DocumentStatus;
import fr.tessere.verification.evidence.StatusReport;
import fr.tessere.verification.identity.StatusProvider;
import fr.tessere.verification.identity.StatusQuestion;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An authority's lookup over HTTP; src/main/docs/status/lookup.openapi.json is the agreement. One call, no redirect,
 * bounded in time, bytes and number of calls at once; everything but the agreed answer is {@code unavailable}.
 */
final class HttpLookup implements StatusProvider {
    static final String SOURCE = "lookup";
    /** Bytes of an answer: the agreed one has fewer than 100. */
    static final int LARGEST_ANSWER = 4_096;
    /** Sign-ins that may wait for the authority at once: a slow one must not hold all threads of the server. */
    static final int AT_ONCE = 16;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final StatusSettings.Lookup settings;
    private final HttpClient client;
    private final AnswerCache cache;
    private final Semaphore places = new Semaphore(AT_ONCE);

    HttpLookup(StatusSettings.Lookup settings) {
        this.settings = settings;
        cache = new AnswerCache(settings.cached());
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.patience())
                .build();
    }

    /** The key of the digests that it is asked with. */
    Bytes key() {
        return settings.key();
    }

    @Override
    public Optional<StatusReport> statusOf(StatusQuestion question, Instant at) {
        if (!settings.states().isEmpty() && !settings.states().contains(question.issuingState())) {
            return Optional.empty();
        }
        Optional<StatusReport> kept = cache.find(question.digest(), at);
        if (kept.isPresent()) {
            return kept;
        }
        StatusReport report = ask(question, at);
        if (report.status() != DocumentStatus.UNAVAILABLE) {
            cache.keep(question.digest(), report, at);
        }
        return Optional.of(report);
    }

    private StatusReport ask(StatusQuestion question, Instant at) {
        if (!places.tryAcquire()) {
            return new StatusReport(DocumentStatus.UNAVAILABLE, SOURCE, at);
        }
        CompletableFuture<HttpResponse<Bytes>> call =
                client.sendAsync(request(question), answer -> new LimitedBody(LARGEST_ANSWER));
        try {
            return read(call.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS), at);
        } catch (ExecutionException | TimeoutException | IOException | IllegalArgumentException none) {
            return new StatusReport(DocumentStatus.UNAVAILABLE, SOURCE, at);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new StatusReport(DocumentStatus.UNAVAILABLE, SOURCE, at);
        } finally {
            call.cancel(true);
            places.release();
        }
    }

    private HttpRequest request(StatusQuestion question) {
        String body = JSON.createObjectNode()
                .put("digest", question.digest().toHex().toLowerCase(Locale.ROOT))
                .put("issuingState", question.issuingState())
                .put("documentType", question.documentType())
                .put("expiry", question.expiry().toString())
                .toString();
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.address())
                .timeout(settings.patience())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(body));
        settings.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return request.build();
    }

    private static StatusReport read(HttpResponse<Bytes> answer, Instant at) throws IOException {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.statusCode() != 200 || !type.matches("application/json( *;.*)?")) {
            throw new IOException("not the agreed answer");
        }
        return new StatusReport(status(answer.body()), SOURCE, at);
    }

    /** One object with one member, {@code status}. */
    static DocumentStatus status(Bytes body) throws JsonProcessingException, IOException {
        JsonNode answer = JSON.readTree(body.toArray());
        if (answer == null
                || !answer.isObject()
                || answer.size() != 1
                || !answer.path("status").isTextual()) {
            throw new IOException("not the agreed answer");
        }
        DocumentStatus status = DocumentStatus.ofWord(answer.path("status").textValue())
                .orElseThrow(() -> new IOException("not the agreed answer"));
        if (Set.of(DocumentStatus.UNAVAILABLE).contains(status)) {
            throw new IOException("the authority cannot say");
        }
        return status;
    }
}
