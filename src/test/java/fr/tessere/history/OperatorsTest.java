package fr.tessere.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.server.Folders;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Played;
import fr.tessere.server.Visitor;
import fr.tessere.server.Waiting;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.Specimens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("Operators see how the product is")
class OperatorsTest {
    private static final Path OPERATIONS = Folders.root().resolve("src/main/operations");
    private static final Pattern METRIC = Pattern.compile("\\btessere_[a-z_]+");
    private static final Pattern CODE = Pattern.compile("code=\"([^\"]+)\"");
    private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");
    private static final Pattern BEAT =
            Pattern.compile("(?m)^tessere_beat_late_seconds\\{beat=\"([a-z]+)\"\\} ([0-9.E-]+)$");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void eachPhaseOfAReadingIsMeasured(KeycloakServer server) throws Exception {
        refuseAndSignIn(server);
        assertThat(server.metrics())
                .containsPattern("tessere_reading_step_seconds_count\\{outcome=\"done\",step=\"open\"")
                .containsPattern("tessere_reading_step_seconds_bucket\\{outcome=\"done\",step=\"chip\"")
                .containsPattern("tessere_reading_step_seconds_count\\{outcome=\"refused\",step=\"proof\"")
                .containsPattern("tessere_verification_seconds_count\\{outcome=\"done\"")
                .containsPattern("tessere_reading_refusals_total\\{code=\"chip-not-original\",step=\"proof\"")
                .containsPattern("tessere_signins_total\\{channel=\"[a-z-]+\",level=\"eidas1\"");
    }

    @Test
    void theLogAndWhatIsTrustedAreMeasured(KeycloakServer server) throws Exception {
        new PublicLog(server.issuer()).inclusion(SignedIn.transaction(server));
        Waiting.until(
                "the log was looked at",
                PATIENCE,
                () -> server.metrics().contains("tessere_log_head_seconds{realm=\"tessere\""));
        assertThat(server.metrics())
                .containsPattern("tessere_log_waiting_seconds\\{realm=\"tessere\"")
                .containsPattern("tessere_stream_behind\\{realm=\"tessere\"")
                .containsPattern("tessere_trust_crl_seconds\\{country=\"[A-Z]+\"")
                .containsPattern("tessere_trust_limit_seconds [0-9]")
                .contains("tessere_log_unproven{realm=\"tessere\"} 0.0")
                .containsPattern("tessere_alerts_undelivered\\{realm=\"tessere\"} [0-9]")
                .contains("tessere_trust_broken 0.0");
    }

    /** All threads of ours that work by the clock: a word about each stands in the runbook. */
    @Test
    void noClockStandsStill(KeycloakServer server) throws IOException {
        String runbook = Files.readString(Folders.root().resolve("src/main/docs/runbook.md"));
        Waiting.until("each has begun", PATIENCE, () -> beats(server).containsKey("forgetting"));

        assertThat(beats(server))
                .containsKeys("alerts", "erasing", "forgetting", "log", "proposals", "stream", "trust", "vitals")
                .allSatisfy((name, late) -> {
                    assertThat(late).as(name).isLessThan(PATIENCE.toSeconds());
                    assertThat(runbook).contains("`" + name + "` ");
                });
    }

    private static Map<String, Double> beats(KeycloakServer server) {
        return BEAT.matcher(server.metrics())
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> Double.valueOf(found.group(2))));
    }

    @Test
    void healthKnowsTheLogAndTheTrustFolder(KeycloakServer server) throws Exception {
        Waiting.until(
                "the server is well",
                PATIENCE,
                () -> check(server).path("status").asText().equals("UP"));
        JsonNode data = check(server).path("data");
        assertThat(data.path("faults").asText()).isEmpty();
        assertThat(data.path("trust-seconds").isNumber()).isTrue();
        assertThat(data.path("waiting.tessere").isNumber()).isTrue();
        assertThat(server.health("ready")).as("not a matter of readiness").doesNotContain("trust-seconds");
    }

    private static JsonNode check(KeycloakServer server) throws IOException {
        for (JsonNode check :
                JsonMapper.builder().build().readTree(server.health("well")).path("checks")) {
            if (check.path("name").asText().equals("tessere")) {
                return check;
            }
        }
        throw new AssertionError("no check of ours: " + server.health("well"));
    }

    @Test
    void eachQueryOfADashboardAndAnAlertAsksForWhatThereIs(KeycloakServer server) throws Exception {
        refuseAndSignIn(server);
        Waiting.until("the log was looked at", PATIENCE, () -> server.metrics().contains("tessere_log_head_seconds{"));
        String metrics = server.metrics();
        Set<String> asked = new TreeSet<>();
        queries()
                .forEach(query ->
                        METRIC.matcher(query).results().map(MatchResult::group).forEach(asked::add));
        assertThat(asked).hasSizeGreaterThan(10);
        assertThat(asked.stream()
                        .filter(name -> !Pattern.compile("(?m)^" + name + "[ {]")
                                .matcher(metrics)
                                .find()))
                .as("no such metric")
                .isEmpty();
        Set<String> codes =
                Arrays.stream(RefusalCode.values()).map(RefusalCode::word).collect(Collectors.toSet());
        assertThat(queries().stream()
                        .flatMap(query -> CODE.matcher(query).results())
                        .map(found -> found.group(1)))
                .isNotEmpty()
                .allMatch(codes::contains);
    }

    @Test
    void whatOneCaseIsEnoughForIsCountedFromZero(KeycloakServer server) {
        String metrics = server.metrics();

        for (String step : List.of("open", "chip", "proof", "trouble", "collect")) {
            assertThat(metrics)
                    .contains("tessere_reading_refusals_total{code=\"server-failed\",step=\"" + step + "\"}");
        }
        assertThat(metrics).contains("tessere_verification_seconds_count{outcome=\"busy\"}");
    }

    @Test
    void eachAlertStandsInTheRunbook() throws IOException {
        String rules = Files.readString(OPERATIONS.resolve("prometheus/tessere-alerts.yml"));
        List<String> alerts =
                ALERT.matcher(rules).results().map(found -> found.group(1)).toList();
        List<String> explained = Files.readAllLines(Folders.root().resolve("src/main/docs/runbook.md")).stream()
                .filter(line -> line.startsWith("## Tessere"))
                .map(line -> line.substring(3))
                .toList();
        assertThat(alerts).hasSizeGreaterThan(10).doesNotHaveDuplicates();
        assertThat(explained).containsExactlyElementsOf(alerts);
    }

    private static void refuseAndSignIn(KeycloakServer server) throws Exception {
        Visitor visitor = Visitor.arriveAt(server);
        Played.honestly(visitor.readingHere(), Specimens.load(SignedIn.CARD).copied());
        SignedIn.tokens(server);
    }

    private static List<String> queries() throws IOException {
        List<String> queries = new ArrayList<>();
        try (Stream<Path> boards = Files.list(OPERATIONS.resolve("grafana"))) {
            for (Path board : boards.toList()) {
                JsonMapper.builder()
                        .build()
                        .readTree(board.toFile())
                        .path("panels")
                        .forEach(panel -> panel.path("targets")
                                .forEach(target ->
                                        queries.add(target.path("expr").asText())));
            }
        }
        Files.readAllLines(OPERATIONS.resolve("prometheus/tessere-alerts.yml")).stream()
                .filter(line -> line.strip().startsWith("expr:"))
                .forEach(queries::add);
        return queries;
    }
}
