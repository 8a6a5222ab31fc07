package fr.tessere.demo.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.nimbusds.jose.JWSAlgorithm;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("asks for more in the middle of a procedure")
class ProcedureTest extends AtTheService {
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
        assertThat(page("/address")).contains("/oauth2/authorization/address").doesNotContain("MARTIN");
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
