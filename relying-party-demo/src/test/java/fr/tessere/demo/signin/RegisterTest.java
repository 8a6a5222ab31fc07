package fr.tessere.demo.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

@DisplayName("RFC 9470: the register asks for a sign-in of its own strength and age, and the service passes that on")
class RegisterTest extends AtTheService {
    private static final String STEP_UP = "Bearer error=\"insufficient_user_authentication\"";
    private static final String INVALID = "Bearer error=\"invalid_token\"";

    @Test
    void opensToAStrongAndYoungSignIn() throws Exception {
        MockHttpServletResponse answer = ask(PROVIDER.accessToken(JWSAlgorithm.ES256, AS_IT_SHOULD_BE));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).contains("rue de l'Exemple");
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        assertThat(challenge(claims -> claims.claim("acr", "eidas1")))
                .startsWith(STEP_UP)
                .contains("acr_values=\"eidas2\"", "max_age=\"900\"");
        assertThat(challenge(claims -> claims.claim("acr", null))).startsWith(STEP_UP);
        assertThat(challenge(claims -> claims.claim("acr", "eidas9"))).startsWith(STEP_UP);
        assertThat(challenge(claims -> claims.claim("auth_time", Instant.now().getEpochSecond() - 960)))
                .startsWith(STEP_UP);
        assertThat(challenge(claims -> claims.claim("auth_time", null))).startsWith(STEP_UP);
    }

    @Test
    void believesNoOtherToken() throws Exception {
        assertThat(challenge(claims -> claims.audience("demo-service"))).isEqualTo(INVALID);
        assertThat(challenge(claims -> claims.issuer("https://elsewhere.example")))
                .isEqualTo(INVALID);
        Instant before = Instant.now().minusSeconds(300);
        assertThat(challenge(claims ->
                        claims.issueTime(Date.from(before)).expirationTime(Date.from(before.plusSeconds(120)))))
                .isEqualTo(INVALID);
        assertThat(challenge(claims -> claims.claim("cnf", Map.of("jkt", "x")))).isEqualTo(INVALID);
        assertThat(ask(PROVIDER.accessToken(JWSAlgorithm.RS256, AS_IT_SHOULD_BE))
                        .getHeader("WWW-Authenticate"))
                .isEqualTo(INVALID);
        assertThat(ask("opaque").getHeader("WWW-Authenticate")).isEqualTo(INVALID);
        assertThat(ask("a".repeat(9000)).getHeader("WWW-Authenticate")).isEqualTo(INVALID);
    }

    @Test
    void saysNothingToNobody() throws Exception {
        MockHttpServletResponse answer =
                browser.perform(get("/api/register")).andReturn().getResponse();

        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getHeader("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void itsWishIsPassedOnWithTheNextSignInAndForgotten() throws Exception {
        PROVIDER.registerAnswers(401, STEP_UP + ", acr_values=\"eidas2\", max_age=\"60\"", "");
        answer(begin("address"), JWSAlgorithm.ES256, claims -> claims.claim("acr", "eidas2"));

        assertThat(page("/address")).contains("/oauth2/authorization/address", "too old");
        assertThat(begin("address")).containsEntry("max_age", java.util.List.of("60"));
        assertThat(begin("address")).doesNotContainKey("max_age");

        PROVIDER.registerAnswers(200, "", "{\"street\":\"2 rue X\",\"postcode\":\"11111\",\"town\":\"Ville\"}");
        assertThat(page("/address")).contains("2 rue X, 11111 Ville", "name=\"street\"");
        PROVIDER.registerAnswers(500, "", "");
        assertThat(page("/address")).contains("name=\"street\"").doesNotContain("2 rue X");
    }

    private String page(String address) throws Exception {
        return browser.perform(get(address).session(session))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String challenge(UnaryOperator<JWTClaimsSet.Builder> changed) throws Exception {
        MockHttpServletResponse answer = ask(PROVIDER.accessToken(JWSAlgorithm.ES256, changed));
        assertThat(answer.getStatus()).isEqualTo(401);
        return String.valueOf(answer.getHeader("WWW-Authenticate"));
    }

    private MockHttpServletResponse ask(String token) throws Exception {
        return browser.perform(get("/api/register").header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse();
    }
}
