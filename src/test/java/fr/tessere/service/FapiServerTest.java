package fr.tessere.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.ProfiledService;
import fr.tessere.server.ProfiledService.Reply;
import fr.tessere.server.WithKeycloak;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What FapiTest leaves: metadata, clocks, other grants. */
@ExtendWith(WithKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("FAPI 2.0 Security Profile §5.3.2: what the authorization server says of itself, and what it never does")
class FapiServerTest {
    @SuppressWarnings("NullAway.Init")
    private ProfiledService service;

    @BeforeAll
    void portal(KeycloakServer server) {
        service = server.others().profiled("portal");
    }

    @Test
    @DisplayName("§5.3.2.1 its metadata name what the profile needs")
    void metadata(KeycloakServer server) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.issuer() + "/.well-known/openid-configuration"))
                .build();
        JsonNode metadata = JsonMapper.builder()
                .build()
                .readTree(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body());

        assertThat(metadata.path("pushed_authorization_request_endpoint").asText())
                .endsWith("/ext/par/request");
        assertThat(metadata.path("authorization_response_iss_parameter_supported")
                        .asBoolean())
                .isTrue();
        assertThat(metadata.path("code_challenge_methods_supported").toString()).contains("S256");
        assertThat(metadata.path("token_endpoint_auth_methods_supported").toString())
                .contains("private_key_jwt", "tls_client_auth");
        assertThat(metadata.path("dpop_signing_alg_values_supported").toString())
                .contains("ES256");
        assertThat(metadata.path("tls_client_certificate_bound_access_tokens").asBoolean())
                .isTrue();
    }

    @ParameterizedTest(name = "{0} s ahead: {1}")
    @CsvSource({"8, 201", "120, 400"})
    @DisplayName("§5.3.2.1 clocks of services may be ten seconds ahead, and not two minutes")
    void clocksAhead(int seconds, int status) {
        Map<String, String> form = new HashMap<>(service.request(Map.of()));
        form.putAll(service.authentication(
                service.endpoint("").replace("/protocol/openid-connect/", ""),
                Instant.now().plus(Duration.ofSeconds(seconds))));
        Reply pushed = service.post("ext/par/request", form, Map.of());

        assertThat(pushed.status() == 201).as(pushed.text()).isEqualTo(status == 201);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"password", "client_credentials", "urn:ietf:params:oauth:grant-type:device_code"})
    @DisplayName("§5.3.2.1 no other grants")
    void otherGrants(String grant) {
        Map<String, String> form = new HashMap<>(Map.of(
                "grant_type", grant, "username", "officer", "password", "x", "device_code", "x", "scope", "openid"));
        form.putAll(service.authentication(service.endpoint("").replace("/protocol/openid-connect/", "")));
        Reply reply = service.post("token", form, Map.of());

        assertThat(reply.status()).isBetween(400, 401);
        assertThat(reply.json().has("access_token")).isFalse();
    }

    @Test
    @DisplayName("§5.3.2.2 codes live for at most a minute, redirects never repeat a form (no 307)")
    void codesAndRedirects(KeycloakServer server) {
        Citizen citizen = new Citizen();
        Page back = citizen.goTo(
                service.address(service.push(service.request(Map.of())).member("request_uri")));

        assertThat(back.status()).isIn(302, 303);
        assertThat(server.admin().get("tessere").path("accessCodeLifespan").asInt())
                .isBetween(1, 60);
    }
}
