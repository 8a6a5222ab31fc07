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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.util.MultiValueMap;

class SignInTest extends AtTheService {
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
}
