package fr.tessere.highest;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.CitizenAtCounter;
import fr.tessere.server.CounterAgent;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.NewDocument;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.ProfiledService;
import fr.tessere.server.ProfiledService.Reply;
import fr.tessere.server.Tokens;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("A comparison that is withdrawn while sessions last: no token carries more than is proven now")
class WithdrawnComparisonTest {
    @Test
    void whatRestsOnItIsRefreshedNoMoreAndWhatDoesNotGoesOn(KeycloakServer server) throws Exception {
        ProfiledService portal = server.others().profiled("portal");
        ECKey key = new ECKeyGenerator(Curve.P_256).generate();
        CounterAgent agent = CounterAgent.appoint(server, NewDocument.like("residence-permit"));
        CitizenAtCounter citizen = CitizenAtCounter.with(server, NewDocument.like("french-identity-card"));
        PlainBrowser browser = citizen.inSession();
        assertThat(agent.confirm(citizen.code(browser)).body()).contains("id=\"done\"");

        Reply high = refreshed(portal, key, signIn(portal, key, citizen, "eidas3"));
        Reply below = refreshed(portal, key, signIn(portal, key, citizen, "eidas2"));
        assertThat(level(high)).isEqualTo("eidas3");
        assertThat(level(below)).isEqualTo("eidas2");
        citizen.send(browser, "documents/uncompare", Map.of());

        Reply refused = refresh(portal, key, high);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("invalid_grant");
        assertThat(refused.member("error_description")).startsWith("holder-not-compared: ");
        assertThat(level(refreshed(portal, key, below))).isEqualTo("eidas2");
    }

    private static Reply signIn(ProfiledService portal, ECKey key, CitizenAtCounter citizen, String level)
            throws ReadingException {
        String pushed = portal.push(portal.request(Map.of("acr_values", level))).member("request_uri");
        Visitor visitor = Visitor.sentTo(new PlainBrowser("en"), portal.address(pushed));
        String back =
                citizen.readHere(visitor).last().json().path("returnAddress").asText();
        Map<String, String> answer = visitor.returnTo(back).page().redirectParameters();
        assertThat(answer).as(level).containsKey("code");
        Reply tokens = portal.redeem(answer.getOrDefault("code", ""), proof(portal, key));
        assertThat(tokens.status()).as(tokens.text()).isEqualTo(200);
        return tokens;
    }

    private static Reply refreshed(ProfiledService portal, ECKey key, Reply before) {
        Reply tokens = refresh(portal, key, before);
        assertThat(tokens.status()).as(tokens.text()).isEqualTo(200);
        return tokens;
    }

    private static Reply refresh(ProfiledService portal, ECKey key, Reply before) {
        return portal.refresh(before.member("refresh_token"), proof(portal, key));
    }

    private static String level(Reply tokens) {
        return new Tokens(tokens.member("id_token"), tokens.member("access_token"))
                .claims()
                .path("acr")
                .asText();
    }

    private static Map<String, String> proof(ProfiledService portal, ECKey key) {
        return Map.of("DPoP", portal.proof(key, "POST", "token", ""));
    }
}
