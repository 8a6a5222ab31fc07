package fr.tessere.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.ProfiledService;
import fr.tessere.server.WithKeycloak;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("A client that an administrator makes has the strictest profile unless it names another")
class DefaultProfileTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void isMadeStrict(KeycloakServer server) {
        assertThat(server.admin().post("tessere/clients", client("new-service", Map.of())))
                .isEqualTo(201);
        JsonNode made =
                server.admin().get("tessere/clients?clientId=new-service").get(0);

        assertThat(made.path("clientAuthenticatorType").asText()).isEqualTo("client-jwt");
        assertThat(made.path("fullScopeAllowed").asBoolean(true)).isFalse();
        assertThat(made.path("implicitFlowEnabled").asBoolean(true)).isFalse();
        assertThat(made.path("attributes").path("dpop.bound.access.tokens").asText())
                .isEqualTo("true");
        assertThat(made.path("attributes").path("pkce.code.challenge.method").asText())
                .isEqualTo("S256");
        assertThat(made.path("attributes").path("id.token.signed.response.alg").asText())
                .isEqualTo("ES256");
    }

    @ParameterizedTest(name = "{0}: {1} = {2}")
    @CsvSource({
        "'', redirectUris, http://service.example/back",
        "'', redirectUris, https://service.example/*",
        "'', clientAuthenticatorType, client-secret",
        "no-such-profile, redirectUris, http://service.example/back",
        "standard, redirectUris, http://service.example/back",
        "standard, redirectUris, https://service.example/*",
        "standard, redirectUris, https://service.example/back#part",
        "standard, clientAuthenticatorType, client-secret",
        "federation-hub, redirectUris, https://hub.example/back",
    })
    void isRefused(String profile, String member, String value, KeycloakServer server) throws Exception {
        ObjectNode client = (ObjectNode) JSON.readTree(
                client("refused-service", profile.isEmpty() ? Map.of() : Map.of("tessere.profile", profile)));
        if (member.equals("redirectUris")) {
            client.putArray(member).add(value);
        } else {
            client.put(member, value);
        }

        assertThat(server.admin().post("tessere/clients", client.toString())).isEqualTo(400);
    }

    @ParameterizedTest(name = "{0} and {1}, sector {2}: {3}")
    @CsvSource({
        "https://a.example/back, https://a.example/other, '', 201",
        "https://a.example/back, https://b.example/back, '', 400",
        "https://a.example/back, https://b.example/back, body.example, 201",
        "https://a.example/back, https://a.example/other, Body.example, 400",
        "https://a.example/back, https://a.example/other, https://body.example, 400",
    })
    @DisplayName("OpenID Connect Core §8.1: several hosts have a sector")
    void severalHostsHaveASector(String one, String two, String sector, int status, KeycloakServer server)
            throws Exception {
        String id = "hosts-" + Math.abs((one + two + sector).hashCode());
        ObjectNode client =
                (ObjectNode) JSON.readTree(client(id, sector.isEmpty() ? Map.of() : Map.of("tessere.sector", sector)));
        client.putArray("redirectUris").add(one).add(two);

        assertThat(server.admin().post("tessere/clients", client.toString())).isEqualTo(status);
    }

    @Test
    @DisplayName("Keycloak reads realm files without these rules: a sector that is none is named at each request")
    void anImportedSectorThatIsNoneIsNamedToTheService(KeycloakServer server) throws Exception {
        ProfiledService service = server.others().profiled("imported");
        ObjectNode client = (ObjectNode) JSON.readTree(client(
                "imported",
                Map.of(
                        "tessere.profile", "standard",
                        "tessere.sector", "https://body.example",
                        "use.jwks.string", "true",
                        "jwks.string", service.keys().publicKeys(),
                        "token.endpoint.auth.signing.alg", "ES256")));
        client.putArray("redirectUris").add(service.redirect().toString());
        ObjectNode file = JSON.createObjectNode().put("ifResourceExists", "OVERWRITE");
        file.putArray("clients").add(client);
        assertThat(server.admin().post("tessere/partialImport", file.toString()))
                .isEqualTo(200);

        Map<String, String> request = service.request(Map.of("scope", "openid"));
        assertThat(new PlainBrowser("en").open(service.address(request)).redirectParameters())
                .containsEntry("error", "unauthorized_client")
                .containsEntry("state", request.get("state"))
                .hasEntrySatisfying(
                        "error_description", said -> assertThat(said).contains("tessere.sector"));
        assertThat(service.push(request).error()).isEqualTo("unauthorized_client");
        assertThat(service.redeem("none", Map.of()).status()).isEqualTo(400);
    }

    @Test
    void withoutAKeyOfItsOwnIsNotServed(KeycloakServer server) throws Exception {
        ObjectNode client = (ObjectNode) JSON.readTree(client("public-service", Map.of()));
        client.put("publicClient", true).remove("clientAuthenticatorType");
        server.admin().post("tessere/clients", client.toString());

        Page page = new PlainBrowser("en")
                .open(URI.create(server.issuer() + "/protocol/openid-connect/auth?client_id=public-service"
                        + "&response_type=code&scope=openid&redirect_uri=https%3A%2F%2Fservice.example%2Fback"
                        + "&code_challenge=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA&code_challenge_method=S256"));

        assertThat(page.body()).doesNotContain("/tessere/readings/");
        assertThat(page.redirectParameters()).doesNotContainKey("code");
    }

    private static String client(String id, Map<String, String> attributes) {
        ObjectNode client = JSON.createObjectNode();
        client.put("clientId", id).put("protocol", "openid-connect").put("publicClient", false);
        client.put("clientAuthenticatorType", "client-jwt");
        client.putArray("redirectUris").add("https://service.example/back");
        ObjectNode all = client.putObject("attributes");
        attributes.forEach(all::put);
        return client.toString();
    }
}
