package fr.tessere.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.StaffBrowser;
import fr.tessere.server.Waiting;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What the log says of the acts since a moment, as an auditor takes it away. */
public final class Acts {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final StaffBrowser auditor;
    private final String from;

    private Acts(StaffBrowser auditor, String from) {
        this.auditor = auditor;
        this.from = from;
    }

    /** Those from now on. */
    public static Acts fromNow(KeycloakServer server) {
        // an auditor who signs in is an act as well
        StaffBrowser auditor = server.staff("auditor");
        return new Acts(auditor, LocalDateTime.now(ZoneOffset.UTC).toString());
    }

    /**
     * Waits for an entry of this kind.
     *
     * @param says name and value of a line, a space between them, or the name alone if any value will do; unless one is the
     *     {@code outcome}, the act was done
     */
    public JsonNode await(String kind, String... says) {
        Waiting.until(
                kind + " " + Arrays.toString(says),
                PATIENCE,
                () -> find(kind, says).isPresent());
        return find(kind, says).orElseThrow();
    }

    /** All entries of this kind that have their place by now. */
    public List<JsonNode> of(String kind) {
        Page file = auditor.send(
                "entries/export",
                Map.of("kind", kind, "from", from, "format", "jsonl", "reason", "a test looks for an act"));
        if (file.status() != 200) {
            throw new AssertionError("no file, status " + file.status());
        }
        return file.body().lines().map(Acts::json).toList();
    }

    private Optional<JsonNode> find(String kind, String... says) {
        boolean done = Arrays.stream(says).noneMatch(fact -> fact.startsWith("outcome "));
        return of(kind).stream()
                .filter(entry -> !done || says(entry, "outcome done"))
                .filter(entry -> Arrays.stream(says).allMatch(fact -> says(entry, fact)))
                .findFirst();
    }

    private static boolean says(JsonNode entry, String fact) {
        String[] parts = fact.split(" ", 2);
        JsonNode found = (entry.has(parts[0]) ? entry : entry.path("fields")).path(parts[0]);
        return parts.length == 1
                ? !found.isMissingNode()
                : found.asText().equals(parts[1])
                        || StreamSupport.stream(found.spliterator(), false)
                                .anyMatch(one -> one.asText().equals(parts[1]));
    }

    private static JsonNode json(String line) {
        try {
            return JsonMapper.builder().build().readTree(line);
        } catch (JsonProcessingException none) {
            throw new AssertionError(none);
        }
    }
}
