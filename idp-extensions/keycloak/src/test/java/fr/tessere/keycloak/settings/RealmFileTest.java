package fr.tessere.keycloak.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The delivered realm is closed where Keycloak's advisories ask for it")
class RealmFileTest {
    private JsonNode realm = JsonMapper.builder().build().createObjectNode();

    @BeforeEach
    void read() throws IOException {
        Path file = Path.of(System.getProperty("tessere.root", "../..")).resolve("src/main/realm/tessere-realm.json");
        realm = JsonMapper.builder().build().readTree(file.toFile());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registrationAllowed",
                "resetPasswordAllowed",
                "rememberMe",
                "loginWithEmailAllowed",
                "editUsernameAllowed",
                "eventsEnabled"
            })
    void isOff(String name) {
        assertThat(realm.get(name).booleanValue()).isFalse();
    }

    @Test
    void clientsHaveExactAddressesAndOneWayIn() {
        for (JsonNode client : realm.get("clients")) {
            for (JsonNode address : client.path("redirectUris")) {
                assertThat(address.textValue()).doesNotContain("*").matches("(\\$\\{TESSERE_DEMO_URL})?/.+");
            }
            assertThat(client.path("implicitFlowEnabled").booleanValue()).isFalse();
            assertThat(client.path("directAccessGrantsEnabled").booleanValue()).isFalse();
            assertThat(client.path("serviceAccountsEnabled").booleanValue()).isFalse();
        }
    }

    @Test
    void theDemoServiceProvesItselfByKeyAndPkce() {
        JsonNode demo = realm.get("clients").get(0);
        assertThat(demo.get("clientId").textValue()).isEqualTo("demo-service");
        assertThat(demo.get("clientAuthenticatorType").textValue()).isEqualTo("client-jwt");
        assertThat(demo.get("attributes").get("pkce.code.challenge.method").textValue())
                .isEqualTo("S256");
    }

    @Test
    void tokensAreSignedWithAnEllipticCurve() {
        assertThat(realm.get("defaultSignatureAlgorithm").textValue()).isEqualTo("ES256");
    }

    @Test
    void pagesRunNothingFromElsewhereAndNothingInline() {
        assertThat(realm.get("browserSecurityHeaders")
                        .get("contentSecurityPolicy")
                        .textValue())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http:", "data:");
    }

    @Test
    void nobodyIsAnOfficerByDelivery() {
        assertThat(realm.has("users")).isFalse();
    }

    @Test
    void officersSignInAsEverybodyDoes() {
        JsonNode officer = client("tessere-officer");
        assertThat(officer.get("attributes").get("pkce.code.challenge.method").textValue())
                .isEqualTo("S256");
        assertThat(officer.has("authenticationFlowBindingOverrides")).isFalse();
    }

    @Test
    void noFlowTakesAPassword() {
        assertThat(realm.get("authenticationFlows").toString())
                .contains("tessere-identity-document")
                .doesNotContain("password", "auth-otp");
    }

    private JsonNode client(String clientId) {
        for (JsonNode one : realm.get("clients")) {
            if (one.path("clientId").asText().equals(clientId)) {
                return one;
            }
        }
        throw new AssertionError(clientId + " is not in the realm");
    }
}
