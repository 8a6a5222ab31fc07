package fr.tessere.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.OtlpCollector;
import fr.tessere.server.OtlpCollector.Span;
import fr.tessere.server.PersonalTraces;
import fr.tessere.server.Played;
import fr.tessere.server.ServerKind;
import fr.tessere.server.Visitor;
import fr.tessere.server.Waiting;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A server of its own: a traced one is another build, and other tests read its lines as people do. */
@DisplayName(
        "OpenTelemetry and lines of JSON: each phase of a reading is a span, each line an object, and none names a person")
class TracesTest {
    private static final String TRACER = "fr.tessere.reading";
    private static final Set<String> PHASES = Set.of("open", "chip", "proof");

    @Test
    void eachPhaseArrivesWithItsOutcomeAndNobodysName() throws Exception {
        SpecimenDocument card = Specimens.load(SignedIn.CARD);
        try (OtlpCollector collector = OtlpCollector.start();
                KeycloakServer server = KeycloakServer.start(ServerKind.traced(collector.address()))) {
            SignedIn.tokens(server);
            Visitor visitor = Visitor.arriveAt(server);
            Played.honestly(visitor.readingHere(), card.copied());
            Waiting.until(
                    "both readings are there",
                    Duration.ofSeconds(60),
                    () -> ours(collector).stream()
                                    .filter(span -> span.name().equals("proof"))
                                    .count()
                            == 2);

            List<Span> ours = ours(collector);
            assertThat(ours).extracting(Span::name).containsOnlyElementsOf(PHASES);
            Map<String, Span> all =
                    collector.spans().stream().collect(Collectors.toMap(Span::id, span -> span, (one, same) -> one));
            assertThat(ours).allSatisfy(span -> {
                assertThat(span.attributes()).containsEntry("tessere.step", span.name());
                assertThat(all).as("inside the span of the request").containsKey(span.parent());
            });
            assertThat(ours.stream().filter(span -> span.attributes().containsKey("tessere.refusal")))
                    .singleElement()
                    .satisfies(span ->
                            assertThat(span.attributes()).containsEntry("tessere.refusal", "chip-not-original"));
            assertThat(ours)
                    .flatExtracting(span -> span.attributes().keySet())
                    .containsOnly("tessere.step", "tessere.refusal", "kc.realmName");
            namesNobody(collector.text(), card);
            everyLineIsAnObject(server.log());
            namesNobody(server.log(), card);
        }
    }

    /**
     * From the first that the server writes; before it the start script speaks. The last may be half written. What the journal
     * writes about an event is an object inside it.
     */
    private static void everyLineIsAnObject(String log) throws IOException {
        JsonMapper json = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        Set<String> events = new HashSet<>();
        List<String> lines = log.substring(0, log.lastIndexOf('\n'))
                .lines()
                .dropWhile(line -> !line.startsWith("{"))
                .toList();
        assertThat(lines).hasSizeGreaterThan(10);
        for (String line : lines) {
            JsonNode read = json.readTree(line);
            assertThat(OffsetDateTime.parse(read.path("timestamp").asText()))
                    .as(line)
                    .isNotNull();
            assertThat(List.of("level", "loggerName", "message")).as(line).allMatch(read::hasNonNull);
            if (read.path("loggerName").asText().equals("fr.tessere.journal")) {
                events.add(json.readTree(read.path("message").asText())
                        .path("event")
                        .asText());
            }
        }
        assertThat(events).contains("LOGIN", "CODE_TO_TOKEN");
    }

    /** Not ours, and not Keycloak's own around them. */
    private static void namesNobody(String text, SpecimenDocument card) {
        assertThat(PersonalTraces.in(text, card)).isEmpty();
    }

    private static List<Span> ours(OtlpCollector collector) {
        return collector.spans().stream()
                .filter(span -> span.tracer().equals(TRACER))
                .toList();
    }
}
