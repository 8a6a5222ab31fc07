package fr.tessere.demo.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

@SpringBootTest(properties = "server.port=8080")
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class SignInTest {
    private static final OwnProvider PROVIDER = new OwnProvider();
    private static final UnaryOperator<JWTClaimsSet.Builder> AS_IT_SHOULD_BE = UnaryOperator.identity();

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private MockMvc browser;

    private final MockHttpSession session = new MockHttpSession();

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("tessere.issuer", PROVIDER::issuer);
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @Nested
    @DisplayName("asks")
    class Asks {
        @Test
        void withPkceNonceStateLevelAndItsScopes() throws Exception {
            MultiValueMap<String, String> asked = begin();
            assertThat(asked.getFirst("response_type")).isEqualTo("code");
            assertThat(asked.getFirst("code_challenge_method")).isEqualTo("S256");
            assertThat(asked.getFirst("code_challenge")).hasSize(43);
            assertThat(asked.getFirst("acr_values")).isEqualTo("eidas1");
            assertThat(asked.getFirst("scope")).isEqualTo("openid identity age document evidence");
            assertThat(asked.getFirst("redirect_uri")).isEqualTo("http://127.0.0.1:8080/login/oauth2/code/tessere");
            assertThat(asked).containsKeys("nonce", "state");
        }

        @Test
        @DisplayName("for tokens with an assertion signed by its own key (RFC 7523) and the PKCE verifier (RFC 7636)")
        void withASignedAssertion() throws Exception {
            MultiValueMap<String, String> asked = begin();
            answer(asked, JWSAlgorithm.ES256, AS_IT_SHOULD_BE);
            MultiValueMap<String, String> sent = PROVIDER.tokenRequest();

            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(first(sent, "code_verifier").getBytes(StandardCharsets.US_ASCII));
            assertThat(asked.getFirst("code_challenge"))
                    .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));

            SignedJWT assertion = SignedJWT.parse(first(sent, "client_assertion"));
            String keys =
                    browser.perform(get("/jwks")).andReturn().getResponse().getContentAsString();
            assertThat(keys).doesNotContain("\"d\"");
            assertThat(assertion.verify(new ECDSAVerifier(
                            JWKSet.parse(keys).getKeys().get(0).toECKey())))
                    .isTrue();
            assertThat(assertion.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
            assertThat(assertion.getJWTClaimsSet().getAudience()).containsExactly(PROVIDER.issuer());
            assertThat(assertion.getJWTClaimsSet().getSubject()).isEqualTo("demo-service");
            assertThat(sent).doesNotContainKey("client_secret");
        }
    }

    @Nested
    @DisplayName("lets in")
    class LetsIn {
        @Test
        void whoComesWithTheLevelAsked() throws Exception {
            assertThat(answer(begin(), JWSAlgorithm.ES256, AS_IT_SHOULD_BE).getRedirectedUrl())
                    .isEqualTo("/form");
            String page = browser.perform(get("/form").session(session))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(page).contains("MARTIN", "MAELLE", "SPECIMEN", "low", "is the original and no copy");
        }

        @Test
        void untilTheySignOutHereAndAtTheProvider() throws Exception {
            answer(begin(), JWSAlgorithm.ES256, AS_IT_SHOULD_BE);
            String leave = Objects.requireNonNull(
                    browser.perform(post("/logout").session(session).with(csrf()))
                            .andReturn()
                            .getResponse()
                            .getRedirectedUrl());
            assertThat(leave).startsWith(PROVIDER.issuer() + "/protocol/openid-connect/logout?");
            assertThat(leave).contains("id_token_hint=", "post_logout_redirect_uri=http://127.0.0.1:8080/");
            assertThat(session.isInvalid()).isTrue();
        }

        @Test
        void butDoesNotSignOutOnAForeignPagesCommand() throws Exception {
            answer(begin(), JWSAlgorithm.ES256, AS_IT_SHOULD_BE);
            assertThat(browser.perform(post("/logout").session(session))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(403);
            assertThat(session.isInvalid()).isFalse();
        }
    }

    @Nested
    @DisplayName("asks for more in the middle of a procedure")
    class AsksForMore {
        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource({"form, eidas1", "address, eidas2", "proxy, eidas3"})
        void theLevelOfTheDoor(String door, String level) throws Exception {
            assertThat(begin(door).getFirst("acr_values")).isEqualTo(level);
        }

        @Test
        void withoutLosingWhatWasTyped() throws Exception {
            answer(begin(), JWSAlgorithm.ES256, AS_IT_SHOULD_BE);
            browser.perform(post("/proxy")
                    .session(session)
                    .with(csrf())
                    .param("proxy_family", "Exemple")
                    .param("proxy_given", "Noé")
                    .param("commune", "Bréval")
                    .param("until", "2027-06-30"));
            String asks = page("/proxy/confirm");
            assertThat(asks).contains("/oauth2/authorization/proxy", "signed in, but not at the level");

            String state = first(begin("proxy"), "state");
            assertThat(callBack("error=unmet_authentication_requirements&state=" + state)
                            .getRedirectedUrl())
                    .isEqualTo("/refused?reason=level-not-reached");
            assertThat(page("/refused?reason=level-not-reached")).contains("href=\"/proxy\"");
            assertThat(page("/proxy")).contains("value=\"Exemple\"", "value=\"Bréval\"");

            answer(begin("proxy"), JWSAlgorithm.ES256, claims -> claims.claim("acr", "eidas3"));
            assertThat(page("/proxy/confirm")).contains("Exemple", "I confirm");
        }

        @Test
        void doesNotOpenADoorToALowerLevel() throws Exception {
            answer(begin(), JWSAlgorithm.ES256, AS_IT_SHOULD_BE);
            assertThat(page("/address"))
                    .contains("/oauth2/authorization/address")
                    .doesNotContain("MARTIN");
            String sent = browser.perform(post("/address")
                            .session(session)
                            .with(csrf())
                            .param("street", "12 rue de l'Exemple")
                            .param("postcode", "99999")
                            .param("town", "Bréval")
                            .param("since", "2027-01-01"))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(sent).contains("/oauth2/authorization/address").doesNotContain("sent nowhere");
        }

        @Test
        void saysWhatIsNotRightAndKeepsIt() throws Exception {
            String page = browser.perform(post("/proxy")
                            .session(session)
                            .with(csrf())
                            .param("proxy_family", "<script>")
                            .param("commune", "Bréval"))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(page)
                    .contains("href=\"#proxy_family\"", "href=\"#until\"", "value=\"Bréval\"")
                    .doesNotContain("href=\"#commune\"", "<script>");
        }

        private String page(String address) throws Exception {
            return browser.perform(get(address).session(session))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
        }
    }

    @Nested
    @DisplayName("refuses")
    class Refuses {
        @Test
        void aTokenWithoutALevel() throws Exception {
            refuses("level-too-low", JWSAlgorithm.ES256, claims -> claims.claim("acr", null));
        }

        @Test
        void aTokenWithAnUnknownLevel() throws Exception {
            refuses("level-too-low", JWSAlgorithm.ES256, claims -> claims.claim("acr", "0"));
        }

        @Test
        void aTokenSignedWithAnotherAlgorithmThanEs256() throws Exception {
            refuses("token", JWSAlgorithm.RS256, AS_IT_SHOULD_BE);
        }

        @Test
        void aTokenForAnotherService() throws Exception {
            refuses("token", JWSAlgorithm.ES256, claims -> claims.audience("another-service"));
        }

        @Test
        void aTokenOfAnotherIssuer() throws Exception {
            refuses("token", JWSAlgorithm.ES256, claims -> claims.issuer("https://elsewhere.example"));
        }

        @Test
        void aTokenOfAnotherSignIn() throws Exception {
            refuses("token", JWSAlgorithm.ES256, claims -> claims.claim("nonce", "another"));
        }

        @Test
        void anAnswerThatThisBrowserDidNotAskFor() throws Exception {
            String page = callBack("code=x&state=unknown").getRedirectedUrl();
            assertThat(page).isEqualTo("/refused?reason=not-begun-here");
        }

        @Test
        void withTheProvidersCode() throws Exception {
            String state = first(begin(), "state");
            String page = callBack(
                            "error=access_denied&error_description=chip-not-original:%20The%20chip&state=" + state)
                    .getRedirectedUrl();
            assertThat(page).isEqualTo("/refused?code=chip-not-original&reason=denied");
        }

        @Test
        void withoutRepeatingSentencesOfTheProvider() throws Exception {
            String state = first(begin(), "state");
            String page = callBack("error=access_denied&error_description=Call%20this%20number&state=" + state)
                    .getRedirectedUrl();
            assertThat(page).isEqualTo("/refused?reason=denied");
        }

        @Test
        void whenTheProviderCannotReachTheLevel() throws Exception {
            String state = first(begin(), "state");
            assertThat(callBack("error=unmet_authentication_requirements&state=" + state)
                            .getRedirectedUrl())
                    .isEqualTo("/refused?reason=level-not-reached");
        }

        private void refuses(String reason, JWSAlgorithm with, UnaryOperator<JWTClaimsSet.Builder> changed)
                throws Exception {
            assertThat(answer(begin(), with, changed).getRedirectedUrl()).isEqualTo("/refused?reason=" + reason);
            assertThat(browser.perform(get("/form").session(session))
                            .andReturn()
                            .getResponse()
                            .getContentAsString())
                    .contains("/oauth2/authorization/form")
                    .doesNotContain("MARTIN");
        }
    }

    private MultiValueMap<String, String> begin() throws Exception {
        return begin("form");
    }

    private MultiValueMap<String, String> begin(String door) throws Exception {
        String address = Objects.requireNonNull(
                browser.perform(get("/oauth2/authorization/" + door).session(session))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl());
        assertThat(address).startsWith(PROVIDER.issuer() + "/protocol/openid-connect/auth?");
        MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
        UriComponentsBuilder.fromUri(URI.create(address))
                .build()
                .getQueryParams()
                .forEach((name, values) -> query.add(name, UriUtils.decode(values.get(0), StandardCharsets.UTF_8)));
        return query;
    }

    private MockHttpServletResponse answer(
            MultiValueMap<String, String> asked, JWSAlgorithm with, UnaryOperator<JWTClaimsSet.Builder> changed)
            throws Exception {
        PROVIDER.answersWith(first(asked, "nonce"), with, changed);
        return callBack("code=one&state=" + first(asked, "state"));
    }

    private MockHttpServletResponse callBack(String query) throws Exception {
        return browser.perform(
                        get(URI.create("/login/oauth2/code/tessere?" + query)).session(session))
                .andReturn()
                .getResponse();
    }

    private static String first(MultiValueMap<String, String> values, String name) {
        return Objects.requireNonNull(values.getFirst(name), name);
    }
}
