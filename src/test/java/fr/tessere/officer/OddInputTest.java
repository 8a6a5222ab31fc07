package fr.tessere.officer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Officers;
import fr.tessere.server.Page;
import fr.tessere.server.StaffBrowser;
import fr.tessere.server.WithKeycloak;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("What is typed into officers' pages by mistake or on purpose is answered, and means nothing else")
class OddInputTest {
    private static final String REASON = "a good reason";

    @ParameterizedTest
    @DisplayName("a day that nobody means is no day")
    @ValueSource(
            strings = {
                "from=%2B999999999-12-31",
                "to=%2B999999999-12-31",
                "from=-999999999-01-01",
                "from=%2B999999999-12-31T23:59",
                "from=2026-02-30"
            })
    void daysFarAway(String question, KeycloakServer server) {
        Page page = server.staff("auditor").open("entries?" + question);
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("name=\"from\"");
    }

    @ParameterizedTest
    @DisplayName("a value that is too long for any entry finds nothing, and not everything")
    @ValueSource(ints = {500, 501, 2_049})
    void longValues(int length, KeycloakServer server) {
        StaffBrowser auditor = server.staff("auditor");
        auditor.openUntil("entries", "<td><a href=");

        assertThat(auditor.open("entries?client=" + "a".repeat(length)).body()).doesNotContain("<td><a href=");
        Page taken = auditor.send(
                "entries/export", Map.of("format", "jsonl", "client", "a".repeat(length), "reason", REASON));
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.body()).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("a reason of which the second officer does not see each character is none")
    @ValueSource(
            strings = {
                "\u202edesrever si siht",
                "\u200b\u200b\u200b\u200b\u200b\u200b",
                "two\u2028lines of it",
                "a\u0000b and more"
            })
    void unseenReasons(String reason, KeycloakServer server) {
        Page page = server.staff("officer")
                .send("switches/set", Map.of("kind", "country", "value", "ZQA", "reason", reason));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("The reason needs");
    }

    @Test
    @DisplayName("a file that two officers import is confirmed with the file, never by its proposal alone")
    void anImportIsNotConfirmedWithoutItsFile(KeycloakServer server) {
        Officers officers = server.officers();
        byte[] file = "issuing_state,document_type,document_number,status\nFRA,ID,ODDINPUT1,lost\n"
                .getBytes(StandardCharsets.US_ASCII);
        Map<String, String> form = Map.of("mode", "import", "reason", REASON);
        assertThat(officers.first().upload("import", form, file).status()).isEqualTo(200);
        Map<String, String> id = Map.of("id", Officers.newest(officers.second()));

        Page without = officers.second().send("proposals/confirm", id);
        assertThat(without.status()).isEqualTo(409);
        assertThat(without.body()).contains("same file");

        assertThat(officers.second().upload("import", form, file).status()).isEqualTo(200);
        assertThat(officers.second().open("import").body()).contains("1");
    }
}
