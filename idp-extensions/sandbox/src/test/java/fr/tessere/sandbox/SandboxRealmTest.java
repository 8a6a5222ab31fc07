package fr.tessere.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.tessere.sandbox.realm.SandboxRealm;
import fr.tessere.sandbox.settings.SandboxSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("A sandbox is a realm of its own; the delivered realm has nothing of it")
class SandboxRealmTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void theDeliveredRealmHasNothingOfASandbox() throws IOException {
        assertThat(delivered().toLowerCase(java.util.Locale.ROOT)).doesNotContain("sandbox");
        assertThat(JSON.readTree(delivered())
                        .at("/attributes/tessere.specimen-accepted")
                        .asString())
                .isEqualTo("${TESSERE_SPECIMEN_ACCEPTED:false}");
    }

    @Test
    void theSandboxBelievesSpecimensAndKeepsEveryRule() throws IOException {
        JsonNode before = JSON.readTree(delivered());
        JsonNode sandbox = JSON.readTree(SandboxRealm.of(delivered()));

        assertThat(sandbox.path("realm").asString()).isEqualTo("sandbox");
        assertThat(sandbox.at("/attributes/tessere.specimen-accepted").asString())
                .isEqualTo("true");
        for (String same : new String[] {"clientProfiles", "clientPolicies", "browserSecurityHeaders", "components"}) {
            assertThat(sandbox.path(same)).as(same).isEqualTo(before.path(same));
        }
        assertThat(sandbox.path("clients").toString())
                .contains("sandbox-playground", "sandbox-registrar")
                .doesNotContain("demo-service", "/realms/tessere/");
    }

    @Test
    void theSandboxsOwnAccountHasTwoRightsAndNobodyElseAny() throws IOException {
        JsonNode users = JSON.readTree(SandboxRealm.of(delivered())).path("users");

        assertThat(users).hasSize(1);
        assertThat(users.get(0).path("clientRoles"))
                .hasToString("{\"realm-management\":[\"manage-clients\",\"manage-users\"]}");
        assertThat(JSON.readTree(delivered()).has("users")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://id.example/realms/tessere", "https://id.example/realms/sandbox2", "https://id.example"})
    void noOtherRealmCanHaveASandbox(String issuer) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SandboxSettings(URI.create(issuer), URI.create("https://sandbox.example"), ""));
    }

    private static String delivered() throws IOException {
        return Files.readString(
                Path.of(System.getProperty("tessere.root", "../..")).resolve("src/main/realm/tessere-realm.json"));
    }
}
