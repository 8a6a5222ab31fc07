package fr.tessere.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.SignedJWT;
import fr.tessere.server.FirstUse;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.ProfiledService;
import fr.tessere.server.ProfiledService.Reply;
import fr.tessere.server.WithKeycloak;
import java.text.ParseException;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("A federation hub (mission-and-rules.md §2.1)")
class HubTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"hub-rsa, RSA-OAEP-256", "hub-ec, ECDH-ES"})
    void getsEveryAnswerSignedAndEncryptedAndTheSessionEnds(String client, String algorithm, KeycloakServer server)
            throws ParseException {
        ProfiledService hub = server.others().profiled(client);
        Citizen citizen = new Citizen();
        Map<String, String> request = hub.request(Map.of());
        String code = Citizen.codeOf(citizen.goTo(hub.address(request)));
        Reply tokens = hub.redeem(code, Map.of());

        String idToken = tokens.member("id_token");
        assertThat(header(idToken)).contains("\"alg\":\"" + algorithm + "\"").contains("\"enc\":\"A256GCM\"");
        SignedJWT person = hub.keys().open(idToken);
        assertThat(person.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(person.getJWTClaimsSet().getStringClaim("nonce")).isEqualTo(request.get("nonce"));
        assertThat(person.getJWTClaimsSet().getStringClaim("acr")).matches("[a-z0-9]+");
        assertThat(silently(citizen, hub).redirectParameters()).containsKey("code");

        Reply userinfo = hub.userinfo(Map.of("Authorization", "Bearer " + tokens.member("access_token")));
        assertThat(userinfo.status()).isEqualTo(200);
        assertThat(userinfo.type()).contains("application/jwt");
        assertThat(header(userinfo.text())).contains("\"alg\":\"" + algorithm + "\"");
        SignedJWT answer = hub.keys().open(userinfo.text());
        assertThat(answer.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(answer.getJWTClaimsSet().getSubject())
                .isEqualTo(person.getJWTClaimsSet().getSubject());
        assertThat(answer.getJWTClaimsSet().getStringClaim("family_name")).isNotBlank();

        assertThat(silently(citizen, hub).redirectParameters()).containsEntry("error", "login_required");
    }

    @Test
    void withoutEncryptionIsAnsweredNothing(KeycloakServer server) {
        ProfiledService hub = server.others().profiled("hub-plain");
        Page page = new Citizen().browser().open(hub.address(hub.request(Map.of())));

        assertThat(page.redirectParameters())
                .containsEntry("error", "unauthorized_client")
                .doesNotContainKey("code");
    }

    @Test
    void mustSendANonce(KeycloakServer server) {
        ProfiledService hub = server.others().profiled("hub-rsa");
        Map<String, String> request = hub.request(Map.of());
        request.remove("nonce");
        Page page = new Citizen().browser().open(hub.address(request));

        assertThat(page.redirectParameters())
                .containsEntry("error", "invalid_request")
                .doesNotContainKey("code");
    }

    @Test
    @DisplayName("the sign-in page leads to help, in the person's language, and back to the hub with the state")
    void theWayBack(KeycloakServer server) {
        ProfiledService hub = server.others().profiled("hub-rsa");
        Map<String, String> request = hub.request(Map.of());
        PlainBrowser browser = new PlainBrowser("fr");
        Page page = browser.open(hub.address(request));
        String help = page.attributes("a", "href").stream()
                .filter(link -> link.endsWith("/help"))
                .findFirst()
                .orElseThrow();

        assertThat(browser.open(page.address().resolve(help)).body()).contains("<html lang=\"fr\"");
        assertThat(FirstUse.submit(browser, page, Map.of("step", "leave")).redirectParameters())
                .containsEntry("error", "access_denied")
                .containsEntry("state", request.get("state"))
                .containsKey("iss");
    }

    private static Page silently(Citizen citizen, ProfiledService hub) {
        return citizen.browser().open(hub.address(hub.request(Map.of("prompt", "none"))));
    }

    private static String header(String token) {
        return new String(java.util.Base64.getUrlDecoder().decode(token.split("\\.")[0]));
    }
}
