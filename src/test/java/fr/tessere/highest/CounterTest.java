package fr.tessere.highest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.CitizenAtCounter;
import fr.tessere.server.CounterAgent;
import fr.tessere.server.FirstUse;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.NewDocument;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.RelyingService;
import fr.tessere.server.Tokens;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("The highest level: from My identity to the counter and to a token that says eidas3")
class CounterTest {
    private static final String CARD = "french-identity-card";
    private static final String AGENTS = "residence-permit";

    @Test
    void aComparedHolderReachesTheHighestLevelInTheSignInInWhichTheDocumentIsRead(KeycloakServer server)
            throws ReadingException {
        CounterAgent agent = CounterAgent.appoint(server, NewDocument.like(AGENTS));
        CitizenAtCounter citizen = CitizenAtCounter.with(server, NewDocument.like(CARD));
        PlainBrowser browser = citizen.inSession();

        Page compare = agent.type(citizen.code(browser));
        assertThat(compare.body()).contains("id=\"chip\"", "France").doesNotContain("SPC77");
        Page unchecked = agent.send(CounterAgent.caseOn(compare) + "/confirm", Map.of("person", "yes", "data", "yes"));
        assertThat(unchecked.status()).isEqualTo(400);
        assertThat(unchecked.body()).contains("comparison-unchecked");
        assertThat(citizen.identity(browser).body()).doesNotContain("Compared at a counter on");
        Page done = agent.send(CounterAgent.caseOn(compare) + "/confirm", CounterAgent.SEEN);
        assertThat(done.body()).contains("id=\"done\"");

        assertThat(citizen.identity(browser).body()).contains("Compared at a counter on");
        JsonNode kept = citizen.download(browser).path("documents").get(0).path("comparedAtCounter");
        assertThat(kept.path("at").asText()).isNotEmpty();

        PlainBrowser fresh = new PlainBrowser("en");
        Tokens high = citizen.signIn(fresh, "eidas3").tokens();
        assertThat(high.claims().path("acr").asText()).isEqualTo("eidas3");
        assertThat(high.claims()
                        .path("tessere_evidence")
                        .path("holder_compared_at")
                        .asLong())
                .isPositive();
        assertThat(reused(server, fresh, "eidas2").claims().path("acr").asText())
                .isEqualTo("eidas2");
        RelyingService.Attempt again =
                server.service("town-hall").begin(Map.of("acr_values", "eidas3", "prompt", "none"));
        assertThat(fresh.open(again.address()).redirectParameters()).containsEntry("error", "login_required");
    }

    @Test
    void onAnotherDeviceTheHighestLevelIsRefusedWithItsReasonAndTheOneBelowIsReached(KeycloakServer server)
            throws ReadingException {
        CitizenAtCounter citizen = compared(server);

        Visitor high = Visitor.arrive(
                new PlainBrowser("en"), server.service("town-hall").begin("eidas3"));
        assertThat(citizen.readElsewhere(high).last().json().path("code").asText())
                .isEqualTo("other-device");
        Visitor told = high.goOn("continue");
        assertThat(told.page().body()).contains("id=\"refusal\">other-device<");
        assertThat(told.send(Map.of("step", "leave")).page().redirectParameters())
                .containsEntry("error", "unmet_authentication_requirements");

        Visitor below = Visitor.arrive(
                new PlainBrowser("en"), server.service("town-hall").begin("eidas2"));
        citizen.readElsewhere(below);
        assertThat(below.goOn("continue").tokens().claims().path("acr").asText())
                .isEqualTo("eidas2");
    }

    @Test
    void whoWasNotComparedIsToldSoAtOnceAndGoesBackToTheService(KeycloakServer server) throws ReadingException {
        CitizenAtCounter citizen = CitizenAtCounter.with(server, NewDocument.like(CARD));
        PlainBrowser browser = citizen.inSession();

        Visitor known = Visitor.arrive(browser, server.service("town-hall").begin("eidas3"));
        assertThat(known.page().body())
                .contains("id=\"refusal\">holder-not-compared<", "id=\"my-identity\"")
                .doesNotContain("id=\"address\"");
        Page back = known.send(Map.of("step", "leave")).page();
        assertThat(back.redirectParameters()).containsEntry("error", "unmet_authentication_requirements");
        assertThat(back.redirectParameters().get("error_description")).startsWith("holder-not-compared: ");

        Visitor unknown = Visitor.arrive(
                new PlainBrowser("en"), server.service("town-hall").begin("eidas3"));
        assertThat(unknown.page().body()).contains("id=\"counter\"");
        assertThat(citizen.readHere(unknown).last().json().path("code").asText())
                .isEqualTo("holder-not-compared");
        assertThat(unknown.goOn("continue").page().body()).contains("id=\"refusal\">holder-not-compared<");
    }

    @Test
    void aComparisonThatIsWithdrawnRaisesNothing(KeycloakServer server) throws ReadingException {
        CitizenAtCounter citizen = compared(server);
        PlainBrowser browser = citizen.inSession();

        Page withdrawn = citizen.send(browser, "documents/uncompare", Map.of());

        assertThat(withdrawn.body()).doesNotContain("Compared at a counter on");
        assertThat(citizen.send(browser, "documents/uncompare", Map.of()).body())
                .contains("not-yours");
        assertHighestIsOver(server, citizen);
    }

    @Test
    void aDocumentThatIsBlockedIsComparedNoMoreWhenItOpensAgain(KeycloakServer server) throws ReadingException {
        CitizenAtCounter citizen = compared(server);
        PlainBrowser browser = citizen.inSession();

        citizen.send(browser, "documents/block", Map.of());
        citizen.send(browser, "documents/unblock", Map.of("code", FirstUse.CODE));

        assertThat(citizen.identity(browser).body()).doesNotContain("Compared at a counter on", "Blocked since");
        assertHighestIsOver(server, citizen);
    }

    @Test
    void aComparisonEndsWithTheAccount(KeycloakServer server) throws ReadingException {
        CitizenAtCounter citizen = compared(server);

        citizen.send(citizen.inSession(), "delete", Map.of("code", FirstUse.CODE, "sure", "yes"));

        // the same document opens a new account
        citizen.signIn(new PlainBrowser("en"), "eidas2").tokens();
        assertHighestIsOver(server, citizen);
    }

    private static void assertHighestIsOver(KeycloakServer server, CitizenAtCounter citizen) throws ReadingException {
        Visitor after = Visitor.arrive(
                new PlainBrowser("en"), server.service("town-hall").begin("eidas3"));
        assertThat(citizen.readHere(after).last().json().path("code").asText()).isEqualTo("holder-not-compared");
    }

    private static CitizenAtCounter compared(KeycloakServer server) throws ReadingException {
        CounterAgent agent = CounterAgent.appoint(server, NewDocument.like(AGENTS));
        CitizenAtCounter citizen = CitizenAtCounter.with(server, NewDocument.like(CARD));
        assertThat(agent.confirm(citizen.code(citizen.inSession())).body()).contains("id=\"done\"");
        return citizen;
    }

    private static Tokens reused(KeycloakServer server, PlainBrowser browser, String level) {
        RelyingService.Attempt attempt =
                server.service("town-hall").begin(Map.of("acr_values", level, "prompt", "none"));
        return attempt.tokens(browser.open(attempt.address()));
    }
}
