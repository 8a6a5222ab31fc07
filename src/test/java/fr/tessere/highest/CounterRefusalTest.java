package fr.tessere.highest;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.CitizenAtCounter;
import fr.tessere.server.CounterAgent;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.NewDocument;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.StaffBrowser;
import fr.tessere.server.Waiting;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.SpecimenDocument;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("At the counter nobody vouches for himself, guesses a code, uses it twice or decides with another's role")
class CounterRefusalTest {
    private static final String CARD = "french-identity-card";
    private static final String AGENTS = "residence-permit";

    @Test
    void aCodeCountsOnce(KeycloakServer server) throws ReadingException {
        CounterAgent agent = CounterAgent.appoint(server, NewDocument.like(AGENTS));
        CitizenAtCounter citizen = CitizenAtCounter.with(server, NewDocument.like(CARD));
        String code = citizen.code(citizen.inSession());
        String taken = CounterAgent.caseOn(agent.type(code));

        assertThat(agent.type(code).body()).contains("counter-code-unknown");
        Page refused = agent.send(taken + "/refuse", Map.of("cause", "picture"));
        assertThat(refused.body()).contains("id=\"done\"");
        assertThat(agent.send(taken + "/confirm", CounterAgent.SEEN).body())
                .as("decided before")
                .contains("counter-code-unknown");
        assertThat(citizen.identity(citizen.inSession()).body()).doesNotContain("Compared at a counter on");
    }

    @Test
    void everyRefusalIsAnEntryOfTheLog(KeycloakServer server) throws ReadingException {
        CounterAgent agent = CounterAgent.appoint(server, NewDocument.like(AGENTS));
        CitizenAtCounter citizen = CitizenAtCounter.with(server, NewDocument.like(CARD));
        agent.type("BCDF-GHJK");
        String taken = CounterAgent.caseOn(agent.type(citizen.code(citizen.inSession())));
        agent.send(taken + "/confirm", Map.of("person", "yes"));
        agent.send(taken + "/refuse", Map.of("cause", "data"));
        agent.open(taken);
        StaffBrowser auditor = server.staff("auditor");
        for (String search : List.of(
                "comparison&outcome=counter-code-unknown",
                "comparison&outcome=comparison-unchecked",
                "comparison-case&outcome=counter-code-unknown")) {
            Waiting.until(
                    search,
                    Duration.ofSeconds(30),
                    () -> auditor.open("entries?kind=" + search).body().contains("/entries/"));
        }
    }

    @Test
    void aRefusalNeedsACause(KeycloakServer server) throws ReadingException {
        CounterAgent agent = CounterAgent.appoint(server, NewDocument.like(AGENTS));
        CitizenAtCounter citizen = CitizenAtCounter.with(server, NewDocument.like(CARD));
        String taken = CounterAgent.caseOn(agent.type(citizen.code(citizen.inSession())));

        assertThat(agent.send(taken + "/refuse", Map.of("cause", "mood")).body())
                .contains("comparison-unchecked");
        assertThat(agent.send(taken + "/refuse", Map.of("cause", "person")).body())
                .as("the case was open still")
                .contains("id=\"done\"");
    }

    @Test
    void aNewerCodeAndABlockedDocumentEndWhatWasOffered(KeycloakServer server) throws ReadingException {
        CounterAgent agent = CounterAgent.appoint(server, NewDocument.like(AGENTS));
        CitizenAtCounter citizen = CitizenAtCounter.with(server, NewDocument.like(CARD));
        PlainBrowser browser = citizen.inSession();
        String older = citizen.code(browser);
        String newer = citizen.code(browser);

        assertThat(agent.type(older).body()).contains("counter-code-unknown");
        String taken = CounterAgent.caseOn(agent.type(newer));
        citizen.send(browser, "documents/block", Map.of());
        assertThat(agent.send(taken + "/confirm", CounterAgent.SEEN).body()).contains("counter-code-unknown");
        assertThat(citizen.identity(browser).body()).doesNotContain("Compared at a counter on");
    }

    @Test
    void nobodyVouchesForHimself(KeycloakServer server) throws ReadingException {
        SpecimenDocument own = NewDocument.like(CARD);
        CounterAgent agent = CounterAgent.appoint(server, own);
        CitizenAtCounter self = new CitizenAtCounter(server, own);
        CitizenAtCounter sameName = CitizenAtCounter.with(server, NewDocument.like(CARD));

        assertThat(agent.type(self.code(self.inSession())).body()).contains("comparison-own");
        assertThat(agent.type(sameName.code(sameName.inSession())).body())
                .as("another account, the same person")
                .contains("comparison-own");
        assertThat(self.identity(self.inSession()).body()).doesNotContain("Compared at a counter on");
    }

    @Test
    void anotherAgentDoesNotDecideWhatThisOneTook(KeycloakServer server) throws ReadingException {
        CounterAgent agent = CounterAgent.appoint(server, NewDocument.like(AGENTS));
        CounterAgent other = CounterAgent.appoint(server, NewDocument.like(AGENTS));
        CitizenAtCounter citizen = CitizenAtCounter.with(server, NewDocument.like(CARD));
        String taken = CounterAgent.caseOn(agent.type(citizen.code(citizen.inSession())));

        assertThat(other.open(taken).body()).contains("counter-code-unknown");
        assertThat(other.send(taken + "/confirm", CounterAgent.SEEN).body()).contains("counter-code-unknown");
        assertThat(agent.send(taken + "/confirm", CounterAgent.SEEN).body()).contains("id=\"done\"");
    }

    @Test
    void whoGuessesIsStoppedForAWhile(KeycloakServer server) throws ReadingException {
        CounterAgent agent = CounterAgent.appoint(server, NewDocument.like(AGENTS));
        String last = "";
        // ten wrong ones in one minute: no more than two of these minutes begin while it is tried
        for (int i = 0; i < 30 && !last.contains("counter-code-delayed"); i++) {
            last = agent.type("BCDF-GHJK").body();
            assertThat(last).containsAnyOf("counter-code-unknown", "counter-code-delayed");
        }
        assertThat(last).contains("counter-code-delayed");
    }

    @Test
    void aDocumentWhoseChipMayBeACopyGetsNoCode(KeycloakServer server) throws ReadingException {
        CitizenAtCounter citizen = CitizenAtCounter.with(server, NewDocument.like("identity-card-3des-ca"));

        Page refused = citizen.send(citizen.inSession(), "documents/compare", Map.of());

        assertThat(refused.body()).contains("comparison-impossible").doesNotContain("id=\"counter-code\"");
    }

    @Test
    void inASessionWhoseLevelIsOverNoCodeIsMade(KeycloakServer server) throws ReadingException {
        CitizenAtCounter citizen = CitizenAtCounter.with(server, NewDocument.like(CARD));
        PlainBrowser browser = citizen.inSession();
        citizen.identity(browser);
        int age = server.admin().holdLevel("tessere", "eidas2", -1);
        try {
            assertThat(citizen.send(browser, "documents/compare", Map.of()).body())
                    .contains("level-too-old")
                    .doesNotContain("id=\"counter-code\"");
        } finally {
            server.admin().holdLevel("tessere", "eidas2", age);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "cases/x/confirm", "cases/x/refuse"})
    void aFormWithoutTheRoleOrTheTokenDoesNothing(String form, KeycloakServer server) throws ReadingException {
        CounterAgent visitor = CounterAgent.visitor(server, NewDocument.like(AGENTS));
        assertThat(visitor.open("").status()).isEqualTo(403);
        assertThat(visitor.open("cases/x").status()).isEqualTo(403);
        assertThat(visitor.sendBare(form, Map.of("code", "BCDFGHJK")).status()).isEqualTo(403);
        assertThat(new PlainBrowser("en")
                        .submit(java.net.URI.create(visitor.pages() + "/" + form), Map.of("code", "BCDFGHJK"))
                        .status())
                .isEqualTo(403);

        CounterAgent agent = CounterAgent.appoint(server, NewDocument.like(AGENTS));
        assertThat(agent.sendBare(form, Map.of("code", "BCDFGHJK")).status()).isEqualTo(403);
        assertThat(agent.sendBare(form, Map.of("code", "BCDFGHJK", "token", "00"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void pagesAreKeptByNobodyAndRunNoScript(KeycloakServer server) throws ReadingException {
        CounterAgent agent = CounterAgent.appoint(server, NewDocument.like(AGENTS));
        CitizenAtCounter citizen = CitizenAtCounter.with(server, NewDocument.like(CARD));
        Page compare = agent.type(citizen.code(citizen.inSession()));
        for (Page page : List.of(agent.open(""), compare, agent.open("?kc_locale=fr"))) {
            assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "frame-ancestors 'none'");
            assertThat(page.body()).doesNotContain("<script", " style=");
        }
    }
}
