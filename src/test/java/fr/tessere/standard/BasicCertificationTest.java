package fr.tessere.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.RelyingService;
import fr.tessere.server.Tokens;
import fr.tessere.server.Waiting;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.Specimens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
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

/**
 * The modules of the plan {@code oidcc-basic-certification-test-plan} of OpenID's certification suite, by name, for a service
 * with PKCE and {@code private_key_jwt}. Not here: {@code oidcc-codereuse} and {@code oidcc-codereuse-30seconds}
 * (BestCurrentPracticeTest §4.3), what is refused to everybody (BasicRefusalsTest), {@code oidcc-scope-email} (IdentityPivotTest), {@code oidcc-refresh-token} (FapiTest).
 */
@ExtendWith(WithKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("OpenID certification, basic profile, module by module")
class BasicCertificationTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final PlainBrowser browser = new PlainBrowser("en");

    @SuppressWarnings("NullAway.Init")
    private RelyingService service;

    @SuppressWarnings("NullAway.Init")
    private Tokens first;

    @SuppressWarnings("NullAway.Init")
    private JsonNode metadata;

    @BeforeAll
    void signIn(KeycloakServer server) throws Exception {
        service = server.service("town-hall");
        first = visit(server);
        metadata =
                JsonMapper.builder().build().readTree(get(server.issuer() + "/.well-known/openid-configuration", ""));
    }

    private Tokens visit(KeycloakServer server) throws ReadingException {
        return Citizens.visit(
                        browser,
                        server,
                        "town-hall",
                        Map.of("acr_values", "eidas1", "scope", "openid profile"),
                        Specimens.load("french-identity-card"))
                .tokens();
    }

    @Test
    @DisplayName("oidcc-server: the code flow, and an ID token with all that §2 requires")
    void server(KeycloakServer server) {
        JsonNode claims = first.claims();

        assertThat(claims.path("iss").asText()).isEqualTo(server.issuer().toString());
        assertThat(claims.path("aud").asText()).isEqualTo("town-hall");
        assertThat(claims.path("exp").asLong()).isGreaterThan(claims.path("iat").asLong());
        assertThat(claims.path("sub").asText()).matches("[\\x21-\\x7E]{1,255}");
        assertThat(claims.path("at_hash").asText()).isNotBlank();
        assertThat(metadata.path("issuer").asText()).isEqualTo(server.issuer().toString());
        assertThat(metadata.path("response_types_supported").toString()).contains("\"code\"");
        assertThat(metadata.path("claims_parameter_supported").asBoolean()).isTrue();
    }

    @Test
    @DisplayName("oidcc-response-type-missing")
    void responseTypeMissing() {
        URI address = ask(Map.of()).address();
        Page page = browser.open(URI.create(address.toString().replace("response_type=code&", "")));

        assertThat(page.redirectParameters().getOrDefault("error", "page " + page.status()))
                .isIn("invalid_request", "unsupported_response_type", "page 400");
    }

    @Test
    @DisplayName("oidcc-idtoken-signature, oidcc-idtoken-unsigned")
    void idTokenSignature() throws Exception {
        JsonNode keys = JsonMapper.builder().build().readTree(get(service.endpoint("certs"), ""));

        assertThat(first.header().path("alg").asText()).isEqualTo("ES256");
        assertThat(keys.findValuesAsText("kid"))
                .contains(first.header().path("kid").asText());
    }

    @Test
    @DisplayName("oidcc-userinfo-get, oidcc-userinfo-post-header, oidcc-userinfo-post-body, oidcc-scope-profile")
    void userinfo() throws Exception {
        JsonMapper json = JsonMapper.builder().build();
        Tokens tokens = silently(Map.of("scope", "openid profile"));
        JsonNode body = withoutEntry(service.userinfo(tokens));
        HttpRequest post = HttpRequest.newBuilder(URI.create(service.endpoint("userinfo")))
                .header("Authorization", "Bearer " + tokens.accessToken())
                .POST(BodyPublishers.noBody())
                .build();

        assertThat(body.path("family_name").asText()).isNotBlank();
        assertThat(body.path("sub")).isEqualTo(tokens.claims().path("sub"));
        assertThat(withoutEntry(json.readTree(get(service.endpoint("userinfo"), tokens.accessToken()))))
                .isEqualTo(body);
        assertThat(withoutEntry(
                        json.readTree(HTTP.send(post, BodyHandlers.ofString()).body())))
                .isEqualTo(body);
    }

    /** Each answer names an entry of the log of its own. */
    private static JsonNode withoutEntry(JsonNode person) {
        return ((ObjectNode) person).without("txn");
    }

    @Test
    @DisplayName("oidcc-ensure-request-without-nonce-succeeds-for-code-flow")
    void withoutNonce() {
        URI address = ask(Map.of("prompt", "none")).address();
        Page page = browser.open(URI.create(address.toString().replaceAll("nonce=[^&]*&", "")));

        assertThat(page.redirectParameters()).containsKey("code");
    }

    @ParameterizedTest(name = "oidcc-scope-{0}: not offered, and not granted")
    @ValueSource(strings = {"address", "phone"})
    void scopesThatAreNotOffered(String scope) {
        assertThat(metadata.path("scopes_supported").toString()).doesNotContain("\"" + scope + "\"");
        assertThat(browser.open(ask(Map.of("scope", "openid " + scope)).address())
                        .redirectParameters())
                .containsEntry("error", "invalid_scope");
    }

    @ParameterizedTest(name = "{0}: {1}={2}")
    @CsvSource({
        "oidcc-scope-all, scope, openid profile identity age",
        "oidcc-ensure-other-scope-order-succeeds, scope, profile openid",
        "oidcc-display-page, display, page",
        "oidcc-display-popup, display, popup",
        "oidcc-prompt-none-logged-in, prompt, none",
        "oidcc-max-age-10000, max_age, 10000",
        "oidcc-ensure-request-with-unknown-parameter-succeeds, extra, foobar",
        "oidcc-login-hint, login_hint, buffy@example.org",
        "oidcc-ui-locales, ui_locales, se",
        "oidcc-claims-locales, claims_locales, se",
        "oidcc-ensure-request-with-acr-values-succeeds, acr_values, eidas1 eidas2",
        "oidcc-ensure-request-with-valid-pkce-succeeds, code_challenge_method, S256",
    })
    void succeedsInTheSession(String module, String name, String value) {
        Tokens tokens = silently(Map.of(name, value));

        assertThat(tokens.claims().path("sub"))
                .as(module)
                .isEqualTo(first.claims().path("sub"));
        assertThat(tokens.claims().path("auth_time")).isEqualTo(first.claims().path("auth_time"));
        assertThat(tokens.claims().path("acr").asText()).isEqualTo("eidas1");
    }

    @Test
    @DisplayName("oidcc-id-token-hint")
    void idTokenHint() {
        assertThat(silently(Map.of("id_token_hint", first.idToken())).claims().path("sub"))
                .isEqualTo(first.claims().path("sub"));
    }

    @Test
    @DisplayName("oidcc-prompt-login")
    void promptLogin() {
        assertThat(browser.open(ask(Map.of("prompt", "login")).address()).body())
                .contains("id=\"address\"");
    }

    @Test
    @DisplayName("oidcc-max-age-1: a second later the person is asked again")
    void maxAge1() {
        Waiting.until(
                "the session is older than a second",
                Duration.ofMinutes(1),
                () -> "login_required"
                        .equals(browser.open(ask(Map.of("prompt", "none", "max_age", "1"))
                                        .address())
                                .redirectParameters()
                                .get("error")));

        assertThat(browser.open(ask(Map.of("max_age", "1")).address()).body()).contains("id=\"address\"");
    }

    @Test
    @DisplayName("oidcc-ensure-post-request-succeeds")
    void postRequest() {
        RelyingService.Attempt attempt = ask(Map.of("prompt", "none"));
        Page page = browser.submit(URI.create(service.endpoint("auth")), attempt.fields());

        assertThat(attempt.tokens(page).claims().path("sub"))
                .isEqualTo(first.claims().path("sub"));
    }

    @Test
    @DisplayName("oidcc-claims-essential")
    void claimsEssential() {
        Tokens tokens = silently(Map.of("claims", "{\"userinfo\":{\"name\":{\"essential\":true}}}"));

        assertThat(service.userinfo(tokens).path("name").asText()).isNotBlank();
    }

    private RelyingService.Attempt ask(Map<String, String> parameters) {
        return service.begin(parameters);
    }

    private Tokens silently(Map<String, String> parameters) {
        Map<String, String> all = new HashMap<>(Map.of("prompt", "none"));
        all.putAll(parameters);
        RelyingService.Attempt attempt = ask(all);
        return attempt.tokens(browser.open(attempt.address()));
    }

    private static String get(String address, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString()).body();
    }
}
