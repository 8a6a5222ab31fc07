package fr.tessere.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tessere.server.Answer;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.RelyingService;
import fr.tessere.server.Visitor;
import fr.tessere.server.Wire;
import fr.tessere.server.WithKeycloak;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("Doors of Keycloak that are closed here")
class HardeningTest {

    @ParameterizedTest(name = "realm {0}")
    @ValueSource(strings = {"tessere", "master"})
    void nobodyResetsAPasswordOrRegisters(String realm, KeycloakServer server) {
        JsonNode settings = server.admin().get(realm);

        for (String door :
                new String[] {"resetPasswordAllowed", "registrationAllowed", "editUsernameAllowed", "rememberMe"}) {
            assertThat(settings.path(door).asBoolean(true)).as(door).isFalse();
        }
    }

    @Test
    void theRealmKeepsNoPersonalDataInEventsAndGuardsAgainstGuessing(KeycloakServer server) {
        JsonNode realm = server.admin().get("tessere");

        assertThat(realm.path("eventsEnabled").asBoolean(true)).isFalse();
        assertThat(realm.path("adminEventsEnabled").asBoolean(true)).isFalse();
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("defaultSignatureAlgorithm").asText()).isEqualTo("ES256");
        assertThat(realm.path("revokeRefreshToken").asBoolean()).isTrue();
    }

    @Test
    void servicesHaveExactAddressesAndProvenKeys(KeycloakServer server) {
        JsonNode clients = server.admin().get("tessere/clients?clientId=demo-service");
        assertThat(clients).hasSize(1);
        JsonNode demo = clients.get(0);

        demo.path("redirectUris")
                .forEach(address -> assertThat(address.asText()).doesNotContain("*"));
        assertThat(demo.path("webOrigins")).isEmpty();
        assertThat(demo.path("publicClient").asBoolean(true)).isFalse();
        assertThat(demo.path("clientAuthenticatorType").asText()).isEqualTo("client-jwt");
        for (String door : new String[] {
            "implicitFlowEnabled", "directAccessGrantsEnabled", "serviceAccountsEnabled", "fullScopeAllowed"
        }) {
            assertThat(demo.path(door).asBoolean(true)).as(door).isFalse();
        }
        assertThat(demo.path("attributes").path("pkce.code.challenge.method").asText())
                .isEqualTo("S256");
    }

    @Test
    void noClientCanRegisterItself(KeycloakServer server) {
        Wire wire = new Wire(URI.create(server.issuer() + "/clients-registrations"));
        Answer answer = wire.post(
                "openid-connect",
                "{\"redirect_uris\":[\"https://example.org/\"]}".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "application/json");

        assertThat(answer.status()).isIn(401, 403);
    }

    @Test
    void aRequestWithoutPkceIsRefused(KeycloakServer server) {
        RelyingService service = server.service("town-hall");
        Page page = new PlainBrowser("en").open(address(service, Map.of()));

        assertThat(page.redirectParameters()).containsEntry("error", "invalid_request");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/elsewhere", "/back/..", "?more=1", "#fragment"})
    void anotherReturnAddressIsRefused(String more, KeycloakServer server) {
        RelyingService service = server.service("town-hall");
        Page page = new PlainBrowser("en")
                .open(service.begin(Map.of("redirect_uri", service.redirect() + more))
                        .address());

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.redirect()).isEmpty();
        assertThat(page.body()).as("no text of a library").doesNotContain("Invalid parameter");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"token", "id_token", "id_token token", "code token"})
    void onlyTheCodeFlowIsOpen(String type, KeycloakServer server) {
        RelyingService service = server.service("town-hall");
        Page page = new PlainBrowser("en")
                .open(service.begin(Map.of("response_type", type, "response_mode", "query"))
                        .address());

        assertThat(page.redirectParameters()).doesNotContainKeys("code", "id_token", "access_token");
    }

    @Test
    void anUnsignedRequestObjectIsRefused(KeycloakServer server) {
        RelyingService service = server.service("town-hall");
        String unsigned = "eyJhbGciOiJub25lIn0.eyJzY29wZSI6Im9wZW5pZCJ9.";
        Page page = new PlainBrowser("en")
                .open(service.begin(Map.of("request", unsigned)).address());

        assertThat(page.body()).doesNotContain("/tessere/readings/");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "password",
                "client_credentials",
                "urn:ietf:params:oauth:grant-type:device_code",
                "urn:openid:params:grant-type:ciba",
                "urn:ietf:params:oauth:grant-type:token-exchange"
            })
    void otherGrantsAreClosed(String grant, KeycloakServer server) {
        RelyingService service = server.service("town-hall");
        Map<String, String> form = new HashMap<>();
        form.put("grant_type", grant);
        form.put("username", "alex");
        form.put("password", "x");
        form.put("device_code", "x");
        form.put("auth_req_id", "x");
        form.put("subject_token", "x");
        form.putAll(service.clientAuthentication());
        Page page = new PlainBrowser("en").submit(URI.create(service.endpoint("token")), form);

        assertThat(page.status()).isBetween(400, 403);
        assertThat(page.body())
                .containsAnyOf(
                        "unauthorized_client", "unsupported_grant_type", "invalid_request", "Client not allowed");
    }

    @Test
    void ourPageMayNotBeFramedOrLoadForeignContent(KeycloakServer server) {
        Page page = Visitor.arriveAt(server).page();
        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");

        assertThat(policy).contains("frame-ancestors 'none'").contains("default-src 'none'");
        assertThat(policy).doesNotContain("unsafe-inline").doesNotContain("unsafe-eval");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "CIBA",
                "STATELESS",
                "IMPERSONATION",
                "TOKEN_EXCHANGE",
                "TOKEN_EXCHANGE_STANDARD_V2",
                "TOKEN_EXCHANGE_DELEGATION",
                "JWT_AUTHORIZATION_GRANT",
                "IDENTITY_ASSERTION_JWT",
                "CLIENT_AUTH_FEDERATED",
                "ORGANIZATION",
                "WORKFLOWS",
                "SCRIPTS",
                "STEP_UP_AUTHENTICATION_SAML",
                "CIMD",
                "OID4VC_VCI"
            })
    void aFeatureNobodyNeedsIsOff(String feature, KeycloakServer server) {
        for (JsonNode one : server.admin().serverInfo().path("features")) {
            if (one.path("name").asText().equals(feature)) {
                assertThat(one.path("enabled").asBoolean(true)).isFalse();
                return;
            }
        }
        throw new AssertionError("this Keycloak has no feature of this name; look for its new one");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/protocol/saml",
                "/protocol/saml/descriptor",
                "/protocol/saml/resolve",
                "/broker/saml/endpoint",
                "/broker/anybody/link",
                "/broker/anybody/login",
                "/broker/anybody/token",
                "/protocol/openid-connect/ext/ciba/auth",
                "/login-actions/reset-credentials",
                "/login-actions/registration",
                "/authz/protection/resource_set"
            })
    void aDoorWithoutAnOwnerIsClosed(String path, KeycloakServer server) {
        Page page = new PlainBrowser("en").open(URI.create(server.issuer() + path));

        assertThat(page.status()).isBetween(400, 500);
        assertThat(page.body()).doesNotContain("<input").doesNotContain("EntityDescriptor");
    }

    @Test
    void nobodyComesFromElsewhereAndNobodyActsForSomebody(KeycloakServer server) {
        JsonNode realm = server.admin().get("tessere");

        assertThat(server.admin().get("tessere/identity-provider/instances")).isEmpty();
        assertThat(realm.path("adminPermissionsEnabled").asBoolean(true)).isFalse();
        assertThat(realm.path("loginWithEmailAllowed").asBoolean(true)).isFalse();
        assertThat(realm.path("organizationsEnabled").asBoolean(true)).isFalse();
        assertThat(realm.path("refreshTokenMaxReuse").asInt(9)).isZero();
        assertThat(realm.path("accessCodeLifespan").asInt(999)).isLessThanOrEqualTo(60);
    }

    @ParameterizedTest(name = "alg {0}")
    @ValueSource(strings = {"RSA-OAEP-256", "ECDH-ES", "dir"})
    void anEncryptedRequestObjectDoesNotSkipTheSignature(String algorithm, KeycloakServer server) {
        RelyingService service = server.service("town-hall");
        String header = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("{\"alg\":\"" + algorithm + "\",\"enc\":\"A256GCM\"}")
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        Page page = new PlainBrowser("en")
                .open(service.begin(Map.of("request", header + ".AAAA.AAAA.AAAA.AAAA"))
                        .address());

        assertThat(page.body()).doesNotContain("/tessere/readings/");
        assertThat(page.redirectParameters()).doesNotContainKey("code");
    }

    private static URI address(RelyingService service, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.put("code_challenge", "");
        String address = service.begin(all).address().toString();
        return URI.create(address.replaceAll("[?&]code_challenge=", "").replaceAll("&code_challenge_method=S256", ""));
    }
}
