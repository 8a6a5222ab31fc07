package fr.tessere.keycloak.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.tessere.keycloak.settings.StatusSettings;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.evidence.DocumentStatus;
import fr.tessere.verification.identity.StatusQuestion;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An authority's lookup: the agreed answer counts, everything else is no answer")
class HttpLookupTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer authority = server();
    private volatile Behaviour behaviour =
            exchange -> answer(exchange, 200, "application/json", "{\"status\":\"valid\"}");

    private interface Behaviour {
        void handle(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() {
        authority.setExecutor(Executors.newCachedThreadPool());
        authority.createContext("/", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            behaviour.handle(exchange);
        });
        authority.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        authority.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"valid", "unknown", "expired", "not-yet-valid", "lost", "stolen", "blocked"})
    void saysWhatTheAuthoritySays(String word) {
        says("{\"status\":\"" + word + "\"}");

        assertThat(ask(lookup(0)).word()).isEqualTo(word);
    }

    @Test
    void asksByDigestAndNeverByNumber() {
        ask(lookup(0));

        assertThat(asked)
                .containsExactly("{\"digest\":\"" + "00".repeat(32)
                        + "\",\"issuingState\":\"FRA\",\"documentType\":\"ID\",\"expiry\":\"2034-01-01\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "valid",
                "{}",
                "[]",
                "null",
                "{\"status\":\"VALID\"}",
                "{\"status\":\"unavailable\"}",
                "{\"status\":null}",
                "{\"status\":[\"valid\"]}",
                "{\"status\":\"lost\",\"status\":\"valid\"}",
                "{\"status\":\"valid\"}{\"status\":\"lost\"}",
                "{\"status\":\"valid\",\"name\":\"x\"}",
                "<html>valid</html>",
            })
    void anotherAnswerIsNone(String body) {
        says(body);

        assertThat(ask(lookup(0))).isEqualTo(DocumentStatus.UNAVAILABLE);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "500, application/json",
        "404, application/json",
        "204, application/json",
        "200, text/html",
        "302, application/json"
    })
    void anotherStatusOrTypeIsNone(int status, String type) {
        behaviour = exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            answer(exchange, status, type, status == 204 ? "" : "{\"status\":\"valid\"}");
        };

        assertThat(ask(lookup(0))).isEqualTo(DocumentStatus.UNAVAILABLE);
        assertThat(asked).as("no redirect is followed").hasSize(1);
    }

    @Test
    void anAnswerThatNeverComesIsNone() {
        behaviour = exchange -> await();

        assertThat(ask(lookup(0))).isEqualTo(DocumentStatus.UNAVAILABLE);
    }

    @Test
    void anAnswerThatComesDropByDropIsNone() {
        behaviour = exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await();
        };

        assertThat(ask(lookup(0))).isEqualTo(DocumentStatus.UNAVAILABLE);
    }

    @Test
    void anAnswerWithoutEndIsLeft() {
        behaviour = exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                for (int i = 0; i < 1_000_000; i++) {
                    body.write(" ".repeat(1_024).getBytes(StandardCharsets.US_ASCII));
                }
            }
        };

        assertThat(ask(lookup(0))).isEqualTo(DocumentStatus.UNAVAILABLE);
    }

    @Test
    void nobodyThereIsNoAnswer() {
        authority.stop(0);

        assertThat(ask(lookup(0))).isEqualTo(DocumentStatus.UNAVAILABLE);
    }

    @Test
    void answersAreKeptForTheirTimeAndSilenceIsNot() {
        HttpLookup lookup = lookup(60);
        behaviour = exchange -> answer(exchange, 500, "text/plain", "");
        ask(lookup);
        says("{\"status\":\"lost\"}");
        ask(lookup);
        ask(lookup);

        assertThat(asked).hasSize(2);
        assertThat(lookup.statusOf(question("FRA"), NOW.plusSeconds(61))).isPresent();
        assertThat(asked).hasSize(3);
    }

    @Test
    void othersAffairsAreNotAskedFor() {
        assertThat(lookup(0).statusOf(question("UTO"), NOW)).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void theCacheForgetsTheOldest() {
        AnswerCache cache = new AnswerCache(Duration.ofHours(1));
        for (int i = 0; i <= AnswerCache.MOST; i++) {
            cache.keep(
                    Bytes.of(java.nio.ByteBuffer.allocate(4).putInt(i).array()),
                    new fr.tessere.verification.evidence.StatusReport(DocumentStatus.VALID, "lookup", NOW),
                    NOW);
        }

        assertThat(cache.size()).isEqualTo(AnswerCache.MOST);
        assertThat(cache.find(Bytes.of(new byte[4]), NOW)).isEmpty();
    }

    private void says(String body) {
        behaviour = exchange -> answer(exchange, 200, "application/json", body);
    }

    private DocumentStatus ask(HttpLookup lookup) {
        return lookup.statusOf(question("FRA"), NOW).orElseThrow().status();
    }

    private HttpLookup lookup(int cached) {
        return new HttpLookup(new StatusSettings.Lookup(
                URI.create("http://127.0.0.1:" + authority.getAddress().getPort() + "/v1/document-status"),
                Bytes.of(new byte[32]),
                Optional.of("token"),
                Duration.ofMillis(1_500),
                Duration.ofSeconds(cached),
                Set.of("FRA")));
    }

    private static StatusQuestion question(String state) {
        return new StatusQuestion(Bytes.of(new byte[32]), state, "ID", LocalDate.of(2034, 1, 1));
    }

    private void await() {
        try {
            end.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
