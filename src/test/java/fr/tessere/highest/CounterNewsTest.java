package fr.tessere.highest;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.CitizenAtCounter;
import fr.tessere.server.CounterAgent;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Letter;
import fr.tessere.server.NewDocument;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.WithKeycloak;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("A comparison at a counter is told to the holder: by e-mail, in the history, and with what was checked")
class CounterNewsTest {
    private static final String CARD = "french-identity-card";

    @ParameterizedTest(name = "in {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "fr | Si vous n'êtes allé à aucun guichet | Ce document n'atteint plus le niveau de sécurité le plus élevé",
                "en | If you were at no counter | This document reaches the highest level of security no more",
            })
    void byALetterInTheHoldersLanguageWhenItIsRecordedAndWhenItIsWithdrawn(
            String language, String recorded, String withdrawn, KeycloakServer server) throws ReadingException {
        // the agent's browser speaks English
        CounterAgent agent = CounterAgent.appoint(server, NewDocument.like("residence-permit"));
        CitizenAtCounter citizen = CitizenAtCounter.with(server, NewDocument.like(CARD));
        PlainBrowser browser = new PlainBrowser(language);
        citizen.signIn(browser, "eidas2").tokens();
        String address = "compared-" + language + "@example.org";
        citizen.identity(browser);
        server.admin().confirmed(citizen.download(browser).path("account").asText(), address);

        agent.confirm(citizen.code(browser));

        Letter first = server.postBox(address);
        assertThat(first.text()).contains(recorded);
        assertThat(first.html()).contains("lang=\"" + language + "\"");
        assertThat(first.link()).as("nothing to press").isEmpty();

        citizen.send(browser, "documents/uncompare", Map.of());

        assertThat(server.postBox(address).text()).contains(withdrawn);
    }

    @Test
    void byTheLetterThatSaysThatTheDocumentIsBlocked(KeycloakServer server) throws ReadingException {
        CounterAgent agent = CounterAgent.appoint(server, NewDocument.like("residence-permit"));
        CitizenAtCounter citizen = CitizenAtCounter.with(server, NewDocument.like(CARD));
        PlainBrowser browser = citizen.inSession();
        citizen.identity(browser);
        String address = "compared-blocked@example.org";
        server.admin().confirmed(citizen.download(browser).path("account").asText(), address);
        agent.confirm(citizen.code(browser));
        server.postBox(address);

        citizen.send(browser, "documents/block", Map.of());

        assertThat(server.postBox(address).text())
                .contains("It had been compared at a counter: that has ended too.", "have it compared once more");
    }

    @Test
    void inTheHistoryWhereTheLevelTookItAndNowhereElse(KeycloakServer server) throws ReadingException {
        CounterAgent agent = CounterAgent.appoint(server, NewDocument.like("residence-permit"));
        CitizenAtCounter citizen = CitizenAtCounter.with(server, NewDocument.like(CARD));
        PlainBrowser browser = citizen.inSession();
        agent.confirm(citizen.code(browser));
        assertThat(citizen.identity(browser).body()).doesNotContain("made this level possible");
        assertThat(receipt(citizen.identity(browser), browser).body()).doesNotContain("id=\"compared\"");

        citizen.signIn(new PlainBrowser("en"), "eidas3").tokens();

        Page identity = citizen.identity(browser);
        assertThat(identity.body()).containsOnlyOnce("The comparison at a counter made this level possible.");
        assertThat(receipt(identity, browser).body())
                .contains("id=\"compared\"", "An agent at a counter had compared you with this document.");
    }

    /** What was checked in the newest sign-in. */
    private static Page receipt(Page identity, PlainBrowser browser) {
        return browser.open(URI.create(
                identity.find("href=\"([^\"]+/sign-ins/[0-9a-f-]+)\"").orElseThrow()));
    }
}
