package fr.tessere.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Officers;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.ProfiledService;
import fr.tessere.server.ProfiledService.Reply;
import fr.tessere.server.Waiting;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.Specimens;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("A document that is reported while a session lasts gives nothing more")
class SessionDocumentTest {
    private static final Map<String, String> STOLEN = Map.of(
            "state",
            "FRA",
            "type",
            "ID",
            "number",
            Specimens.load("french-identity-card").mrz().text().substring(5, 14).replace("<", ""),
            "status",
            "stolen",
            "reason",
            "report of the owner");

    @Test
    void noTokenIsRefreshedAndNoServiceIsEnteredUntilTheReportIsLifted(KeycloakServer server) throws Exception {
        ProfiledService portal = server.others().profiled("portal");
        ECKey key = new ECKeyGenerator(Curve.P_256).generate();
        Citizen thief = new Citizen();
        Reply tokens = portal.redeem(thief.codeFor(portal), proof(portal, key));
        Reply refreshed = portal.refresh(tokens.member("refresh_token"), proof(portal, key));
        assertThat(refreshed.status()).as("before the report").isEqualTo(200);

        Officers officers = server.officers();
        officers.agree("documents/report", STOLEN);
        try {
            Reply refused = portal.refresh(refreshed.member("refresh_token"), proof(portal, key));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.error()).isEqualTo("invalid_grant");
            assertThat(refused.member("error_description")).startsWith("document-stolen: ");
            Waiting.until(
                    "the event of the refresh says why",
                    Duration.ofSeconds(10),
                    () -> server.log().contains("\"error\":\"invalid_grant\",\"refusal\":\"document-stolen\""));
            assertThat(enter(portal, thief.browser()).body())
                    .as("the card is asked for, whatever session there is")
                    .contains("/tessere/readings/");
        } finally {
            officers.agree("documents/lift", STOLEN);
        }
        assertThat(enter(portal, thief.browser()).redirectParameters())
                .as("the session counts again")
                .containsKey("code");
    }

    private static Page enter(ProfiledService service, PlainBrowser browser) {
        return browser.open(
                service.address(service.push(service.request(Map.of())).member("request_uri")));
    }

    private static Map<String, String> proof(ProfiledService service, ECKey key) {
        return Map.of("DPoP", service.proof(key, "POST", "token", ""));
    }
}
