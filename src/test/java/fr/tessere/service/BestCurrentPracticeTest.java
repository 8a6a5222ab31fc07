package fr.tessere.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.ProfiledService;
import fr.tessere.server.ProfiledService.Reply;
import fr.tessere.server.WithKeycloak;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
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
 * The attacks of RFC 9700 §4 on a service of the profile {@code standard}. §4.1 (redirect addresses), §4.2 and §4.16
 * (referrer, framing) stand in HardeningTest, §4.9.3 and §4.10.2 (a token opens one resource server) in
 * StepUpAtAResourceTest, §4.10.1 (stolen access tokens) and §4.14 (refresh tokens) in FapiTest, the grant of §4.15 in
 * FapiServerTest; no page of the provider sends messages to another window (§4.17).
 */
@ExtendWith(WithKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("RFC 9700 §4: attacks and mitigations, profile standard")
class BestCurrentPracticeTest {
    private final Citizen citizen = new Citizen();

    @SuppressWarnings("NullAway.Init")
    private ProfiledService service;

    @BeforeAll
    void standard(KeycloakServer server) {
        service = server.others().standard();
    }

    @Test
    @DisplayName("§4.3 a code from the browser's history")
    void aCodeWorksOnceAndTakesItsTokensBack() {
        String code = code(Map.of());
        Reply first = service.redeem(code, Map.of());
        Reply again = service.redeem(code, Map.of());

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.error()).isEqualTo("invalid_grant");
        assertThat(service.userinfo(Map.of("Authorization", "Bearer " + first.member("access_token")))
                        .status())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("§4.4 mix-up: the answer names its issuer (RFC 9207)")
    void theAnswerNamesItsIssuer(KeycloakServer server) {
        Page refused = citizen.goTo(service.address(service.request(Map.of("prompt", "none", "max_age", "0"))));
        Page given = citizen.goTo(service.address(service.request(Map.of())));

        assertThat(given.redirectParameters())
                .containsEntry("iss", server.issuer().toString());
        assertThat(refused.redirectParameters())
                .containsEntry("iss", server.issuer().toString());
    }

    @Test
    @DisplayName("§4.5 code injection: another session's code is bound to another verifier")
    void aStolenCodeIsWorthlessWithoutItsVerifier() {
        String code = code(Map.of("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));

        assertThat(service.redeem(code, Map.of()).error()).isEqualTo("invalid_grant");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "code_verifier, ''",
        "code_verifier, another-verifier-that-is-long-enough-for-rfc-7636-to-like",
        "redirect_uri, ''",
        "redirect_uri, https://elsewhere.example/back",
    })
    @DisplayName("§4.5.3 and RFC 6749 §4.1.3: a code is worthless without its verifier and its return address")
    void aCodeNeedsWhatItWasAskedWith(String name, String value) {
        Map<String, String> form = new HashMap<>(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code(Map.of()),
                "redirect_uri",
                service.redirect().toString(),
                "code_verifier",
                ProfiledService.VERIFIER));
        form.put(name, value);
        form.values().removeIf(String::isEmpty);
        form.putAll(service.authentication(service.endpoint("").replace("/protocol/openid-connect/", "")));

        assertThat(service.post("token", form, Map.of()).error()).isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName("§4.6 access token injection: the ID token names the access token that came with it")
    void anotherAccessTokenIsSeen() throws Exception {
        Reply tokens = service.redeem(code(Map.of()), Map.of());
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(tokens.member("access_token").getBytes(StandardCharsets.US_ASCII));

        assertThat(SignedJWT.parse(tokens.member("id_token")).getJWTClaimsSet().getStringClaim("at_hash"))
                .isEqualTo(Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Arrays.copyOf(digest, digest.length / 2)));
    }

    @Test
    @DisplayName("§4.5 code injection at another client")
    void aCodeOfAnotherServiceIsWorthless(KeycloakServer server) {
        String code = code(Map.of());

        assertThat(server.others().profiled("hub-rsa").redeem(code, Map.of()).error())
                .isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName("§4.5.3.2 nonce, §4.7 state: both come back as they were sent")
    void stateAndNonceComeBack() throws Exception {
        Map<String, String> request = service.request(Map.of());
        Page back = citizen.goTo(service.address(request));
        Reply tokens = service.redeem(Citizen.codeOf(back), Map.of());

        assertThat(back.redirectParameters()).containsEntry("state", request.get("state"));
        assertThat(SignedJWT.parse(tokens.member("id_token")).getJWTClaimsSet().getStringClaim("nonce"))
                .isEqualTo(request.get("nonce"));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "code_challenge, ''",
        "code_challenge_method, plain",
        "code_challenge_method, ''",
        "code_challenge, short"
    })
    @DisplayName("§4.8 PKCE downgrade")
    void pkceCannotBeTakenOut(String name, String value) {
        Map<String, String> request = new HashMap<>(service.request(Map.of(name, value)));
        request.values().removeIf(String::isEmpty);
        Page page = citizen.goTo(service.address(request));

        assertThat(page.redirectParameters())
                .containsEntry("error", "invalid_request")
                .doesNotContainKey("code");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", "data:text/html,x"})
    @DisplayName("§4.11.2 the provider is no open redirector")
    void nobodyIsSentToAnAddressThatIsNotRegistered(String address) {
        for (Map<String, String> more :
                new Map[] {Map.of(), Map.of("prompt", "none"), Map.of("scope", "no-such-scope")}) {
            Map<String, String> request = new HashMap<>(service.request(more));
            request.put("redirect_uri", address);
            Page page = new PlainBrowser("en").open(service.address(request));

            assertThat(page.redirect()).isEmpty();
            assertThat(page.status()).isEqualTo(400);
        }
    }

    @Test
    @DisplayName("§4.11.2 nor when somebody signs out")
    void nobodyIsSentElsewhereAfterSigningOut() {
        Page page = new PlainBrowser("en")
                .open(URI.create(service.endpoint("logout") + "?client_id=" + service.clientId()
                        + "&post_logout_redirect_uri=https%3A%2F%2Felsewhere.example%2F"));

        assertThat(page.redirect()).isEmpty();
    }

    @Test
    @DisplayName("§4.12 no redirect repeats a form with what the person typed")
    void theBrowserIsSentOnWithoutTheForm() {
        Page page = new PlainBrowser("en").open(service.address(service.request(Map.of("prompt", "none"))));

        assertThat(page.status()).isIn(302, 303);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded", "X-Original-URL"})
    @DisplayName("§4.13 headers that only a proxy may set")
    void aStrangersHeaderChangesNoAddress(String header, KeycloakServer server)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.issuer() + "/.well-known/openid-configuration"))
                .header(header, header.equals("Forwarded") ? "host=evil.example;proto=https" : "evil.example")
                .build();
        String metadata = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();

        assertThat(metadata).contains("\"issuer\":\"" + server.issuer() + "\"").doesNotContain("evil.example");
    }

    @Test
    @DisplayName("§4.11.2 an error that somebody provokes shows the provider's page, not a way out")
    void anUnknownClientIsToldSoHere() {
        Page page = new PlainBrowser("en")
                .open(URI.create(service.endpoint("auth")
                        + "?client_id=nobody&response_type=code&redirect_uri=https%3A%2F%2Felsewhere.example%2F"));

        assertThat(page.redirect()).isEmpty();
        assertThat(page.body()).doesNotContain("elsewhere.example");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"scope", "state", "client_id", "nonce", "acr_values", "redirect_uri"})
    @DisplayName("RFC 6749 §3.1 a parameter comes once")
    void aParameterThatComesTwiceIsRefused(String name) {
        String address = service.address(service.request(Map.of())) + "&" + name + "=x";
        Page page = new PlainBrowser("en").open(URI.create(address));

        assertThat(page.body()).doesNotContain("/tessere/readings/");
        assertThat(page.redirectParameters()).doesNotContainKey("code");
    }

    private String code(Map<String, String> other) {
        return Citizen.codeOf(citizen.goTo(service.address(service.request(other))));
    }
}
