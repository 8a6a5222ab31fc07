package fr.tessere.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.ProfiledService;
import fr.tessere.server.ProfiledService.Reply;
import fr.tessere.server.WithKeycloak;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WithKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("FAPI 2.0 Security Profile §5.3.2: what a client without another profile must do")
class FapiTest {
    private final Citizen citizen = new Citizen();
    private final ECKey key = newKey();

    @SuppressWarnings("NullAway.Init")
    private ProfiledService service;

    @BeforeAll
    void portal(KeycloakServer server) {
        service = server.others().profiled("portal");
    }

    @Nested
    @DisplayName("§5.3.2.2 authorization endpoint")
    class AuthorizationEndpoint {
        @Test
        void refusesARequestThatWasNotPushed() {
            Page page = citizen.browser().open(service.address(service.request(Map.of())));

            assertThat(page.redirectParameters()).doesNotContainKey("code");
            assertThat(page.body()).doesNotContain("/tessere/readings/");
            assertThat(page.status()).isEqualTo(400);
        }

        @ParameterizedTest(name = "pushed with {0}={1}")
        @CsvSource({
            "code_challenge, ''",
            "code_challenge_method, plain",
            "response_type, token",
            "response_type, code id_token",
            "redirect_uri, https://elsewhere.example/back",
            "redirect_uri, https://portal.example/back/more",
        })
        void refusesToTakeWhatTheProfileForbids(String name, String value) {
            Map<String, String> request = service.request(Map.of(name, value));
            request.values().removeIf(String::isEmpty);
            Reply pushed = service.push(request);
            if (pushed.status() < 300) {
                Page page = citizen.browser().open(service.address(pushed.member("request_uri")));
                assertThat(page.redirectParameters()).containsKey("error").doesNotContainKey("code");
            } else {
                assertThat(pushed.status()).isEqualTo(400);
            }
        }

        @Test
        void refusesToTakeARequestFromSomebodyWithoutAKey() {
            Reply pushed = service.post("ext/par/request", service.request(Map.of()), Map.of());

            assertThat(pushed.status()).isBetween(400, 401);
        }

        @Test
        void takesAssertionsForTheIssuerAndForNoOtherAudience() {
            Map<String, String> request = new HashMap<>(service.request(Map.of()));
            request.putAll(service.authentication(service.endpoint("token")));

            assertThat(service.post("ext/par/request", request, Map.of()).status())
                    .isBetween(400, 401);
        }

        @Test
        void takesAnAssertionOnce() {
            Map<String, String> request = new HashMap<>(service.request(Map.of()));
            request.putAll(service.authentication(issuerOf(service)));

            assertThat(service.post("ext/par/request", request, Map.of()).status())
                    .isEqualTo(201);
            assertThat(service.post("ext/par/request", request, Map.of()).status())
                    .isBetween(400, 401);
        }

        @Test
        void takesNothingBesideThePushedRequest() {
            String pushed = service.push(service.request(Map.of())).member("request_uri");
            Page page = citizen.browser()
                    .open(service.address(
                            Map.of("client_id", service.clientId(), "request_uri", pushed, "ui_locales", "fr")));

            assertThat(page.redirectParameters()).doesNotContainKey("code");
            assertThat(page.body()).doesNotContain("/tessere/readings/");
        }

        @Test
        void usesAPushedRequestOnce() {
            URI address =
                    service.address(service.push(service.request(Map.of())).member("request_uri"));
            assertThat(citizen.goTo(address).redirectParameters()).containsKey("code");

            assertThat(citizen.browser().open(address).redirectParameters()).doesNotContainKey("code");
        }

        @Test
        void saysWhoAnswers() {
            Page back = citizen.goTo(
                    service.address(service.push(service.request(Map.of())).member("request_uri")));

            assertThat(back.redirectParameters()).containsEntry("iss", issuerOf(service));
        }

        @Test
        void keepsAPushedRequestForLessThanTenMinutes() {
            assertThat(service.push(service.request(Map.of()))
                            .json()
                            .path("expires_in")
                            .asInt())
                    .isBetween(1, 599);
        }
    }

    @Nested
    @DisplayName("§5.3.2.1 sender-constrained tokens (RFC 9449)")
    class SenderConstrainedTokens {
        @Test
        void noneWithoutAProof() {
            assertThat(service.redeem(citizen.codeFor(service), Map.of()).status())
                    .isEqualTo(400);
        }

        @ParameterizedTest(name = "a proof for {0} {1}")
        @CsvSource({"GET, token", "POST, userinfo"})
        void noneForAProofOfAnotherCall(String method, String endpoint) {
            String proof = service.proof(key, method, endpoint, "");
            Reply refused = service.redeem(citizen.codeFor(service), Map.of("DPoP", proof));

            // Keycloak says invalid_request where RFC 9449 §5 has a word of its own
            assertThat(refused.error()).isIn("invalid_dpop_proof", "invalid_request");
            assertThat(refused.json().has("access_token")).isFalse();
        }

        @Test
        void areBoundToTheKey() {
            Reply tokens = tokens();
            JsonNode access = claims(tokens.member("access_token"));

            assertThat(tokens.member("token_type")).isEqualTo("DPoP");
            assertThat(access.path("cnf").path("jkt").asText()).isEqualTo(thumbprint());
        }

        @Test
        void openUserinfoWithTheKeyAndNotWithout() {
            String access = tokens().member("access_token");
            String proof = service.proof(key, "GET", "userinfo", access);
            String stranger = service.proof(newKey(), "GET", "userinfo", access);

            assertThat(userinfo("Bearer", access, "").status()).isEqualTo(401);
            assertThat(userinfo("DPoP", access, stranger).status()).isEqualTo(401);
            assertThat(userinfo("DPoP", access, proof).json().path("sub").asText())
                    .isNotBlank();
            assertThat(userinfo("DPoP", access, proof).status())
                    .as("the same proof again")
                    .isEqualTo(401);
        }

        @Test
        void areTakenBackWhenTheCodeComesASecondTime() {
            String code = citizen.codeFor(service);
            Reply first = service.redeem(code, Map.of("DPoP", service.proof(key, "POST", "token", "")));
            Reply again = service.redeem(code, Map.of("DPoP", service.proof(key, "POST", "token", "")));
            String access = first.member("access_token");

            assertThat(again.error()).isEqualTo("invalid_grant");
            assertThat(userinfo("DPoP", access, service.proof(key, "GET", "userinfo", access))
                            .status())
                    .isEqualTo(401);
        }

        @Test
        @DisplayName("and refresh tokens are used once (RFC 9700 §4.14)")
        void refreshTokensAreUsedOnce() {
            String first = tokens().member("refresh_token");
            Map<String, String> proof = Map.of("DPoP", service.proof(key, "POST", "token", ""));
            Reply next = service.refresh(first, proof);
            Map<String, String> another = Map.of("DPoP", service.proof(key, "POST", "token", ""));

            assertThat(next.member("refresh_token")).isNotEqualTo(first);
            assertThat(claims(next.member("access_token"))
                            .path("cnf")
                            .path("jkt")
                            .asText())
                    .isEqualTo(thumbprint());
            assertThat(service.refresh(first, another).error()).isEqualTo("invalid_grant");
        }

        private Reply tokens() {
            Reply tokens =
                    service.redeem(citizen.codeFor(service), Map.of("DPoP", service.proof(key, "POST", "token", "")));
            assertThat(tokens.status()).as(tokens.text()).isEqualTo(200);
            return tokens;
        }

        private Reply userinfo(String scheme, String token, String proof) {
            Map<String, String> headers = new HashMap<>(Map.of("Authorization", scheme + " " + token));
            if (!proof.isEmpty()) {
                headers.put("DPoP", proof);
            }
            return service.userinfo(headers);
        }
    }

    private String thumbprint() {
        try {
            return key.computeThumbprint().toString();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String issuerOf(ProfiledService service) {
        return service.endpoint("").replace("/protocol/openid-connect/", "");
    }

    private static JsonNode claims(String token) {
        try {
            return com.fasterxml.jackson.databind.json.JsonMapper.builder()
                    .build()
                    .valueToTree(SignedJWT.parse(token).getJWTClaimsSet().toJSONObject());
        } catch (java.text.ParseException e) {
            throw new AssertionError(e);
        }
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
