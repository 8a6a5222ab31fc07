package fr.tessere.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.StaffBrowser;
import fr.tessere.server.WithKeycloak;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("Entries that a search found are taken away as a file, for a reason")
class EntriesTakenAwayTest {
    @Test
    void foundEntriesAreTakenAwayForAReason(KeycloakServer server) throws Exception {
        String transaction = SignedIn.transaction(server);
        new PublicLog(server.issuer()).inclusion(transaction);
        StaffBrowser auditor = server.staff("auditor");
        Map<String, String> form = Map.of(
                "kind", "code-to-token", "client", "town-hall", "format", "csv", "reason", "a question of the audit");
        Page csv = auditor.send("entries/export", form);
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).contains("tessere-entries.csv");
        assertThat(csv.body())
                .startsWith("\"id\",\"at\",\"kind\"")
                .contains(transaction)
                .doesNotContain("\"evidence\"");
        Map<String, String> lines = new HashMap<>(form);
        lines.put("format", "jsonl");
        assertThat(auditor.send("entries/export", lines).body().lines().map(EntriesTakenAwayTest::json))
                .allMatch(line -> line.path("kind").asText().equals("code-to-token"))
                .anyMatch(line -> line.path("id").asText().equals(transaction));
        auditor.openUntil("entries?kind=officer-export", "<td>officer-export");
    }

    @ParameterizedTest
    @CsvSource({
        "format, xlsx",
        "reason, no",
        "from, yesterday",
    })
    void whatIsNotAskedProperlyIsNotGiven(String field, String value, KeycloakServer server) {
        Map<String, String> form = new HashMap<>(Map.of("format", "csv", "reason", "a good reason"));
        form.put(field, value);
        Page page = server.staff("officer").send("entries/export", form);
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.headers().firstValue("Content-Disposition")).isEmpty();
    }

    private static JsonNode json(String line) {
        try {
            return JsonMapper.builder().build().readTree(line);
        } catch (JsonProcessingException none) {
            throw new AssertionError(none);
        }
    }
}
