package fr.tessere.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.ProfiledService;
import fr.tessere.server.WithKeycloak;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("Clients nobody here wrote: openid-client and oauth4webapi, certified for OpenID Connect and FAPI 2.0")
class OtherPeoplesClientsTest {
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"openid-client.mjs", "oauth4webapi.mjs"})
    void signInWithFapi2AndDpopStepUpRefreshAndSignOut(String program, KeycloakServer server) {
        ProfiledService portal = server.others().profiled("portal");
        JsonNode result = NodeClient.run(program, portal, server.issuer(), new Citizen(), "");

        assertThat(result.path("type").asText()).isEqualToIgnoringCase("dpop");
        assertThat(result.path("first").asText("eidas1"))
                .as("before the step-up")
                .isEqualTo("eidas1");
        assertThat(result.path("acr").asText()).isEqualTo("eidas2");
        assertThat(result.path("name").asText()).isNotBlank();
        assertThat(result.path("refreshed").asBoolean()).isTrue();
        assertThat(result.path("out").asText()).isEqualTo("https://portal.example/");
    }

    @Test
    void openEncryptedAnswers(KeycloakServer server) {
        ProfiledService hub = server.others().profiled("hub-ec");
        JsonNode result = NodeClient.run(
                "openid-client.mjs",
                hub,
                server.issuer(),
                new Citizen(),
                hub.keys().privateAgreementKey());

        assertThat(result.path("acr").asText()).isEqualTo("eidas1");
        assertThat(result.path("name").asText()).isNotBlank();
    }
}
