package fr.tessere.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.RelyingService;
import fr.tessere.server.Tokens;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("A second Keycloak as broker, set up as its manual says")
class BrokerTest {
    private static final String HINT = "kc_idp_hint";

    private final Citizen citizen = new Citizen();
    private KeycloakServer server;
    private RelyingService application;

    @BeforeEach
    void behind(KeycloakServer running) {
        server = running;
        application = running.behindBroker();
    }

    @Test
    void letsPeopleInThroughThisOne() {
        Tokens tokens = signIn(Map.of("scope", "openid profile", HINT, "tessere"));

        assertThat(tokens.claims().path("iss").asText()).endsWith("/realms/broker");
        assertThat(tokens.claims().path("sub").asText()).isNotBlank();
    }

    @Test
    void asksForAHigherLevelInTheMiddleOfASession() {
        Tokens first = signIn(Map.of(HINT, "tessere", "acr_values", "eidas1"));
        assertThat(first.claims().path("level").asText()).isEqualTo("eidas1");

        Tokens raised = signIn(Map.of(HINT, "tessere", "acr_values", "eidas2", "prompt", "login"));
        assertThat(raised.claims().path("level").asText()).isEqualTo("eidas2");
        assertThat(raised.claims().path("sub").asText())
                .as("the same person")
                .isEqualTo(first.claims().path("sub").asText());
    }

    @Test
    void signsOutHereToo() {
        Tokens tokens = signIn(Map.of(HINT, "tessere", "acr_values", "eidas1"));
        assertThat(atTheTownHall().redirectParameters())
                .as("the session counts for another service")
                .containsKey("code");

        Page out = citizen.browser().open(application.signOut(tokens));
        assertThat(out.redirect()).contains(application.redirect().resolve("/"));
        assertThat(atTheTownHall().body()).as("asks for a document again").contains("/tessere/readings/");
    }

    private Tokens signIn(Map<String, String> parameters) {
        RelyingService.Attempt attempt = application.begin(parameters);
        return attempt.tokens(citizen.goTo(attempt.address()));
    }

    private Page atTheTownHall() {
        return Visitor.arrive(citizen.browser(), server.service("town-hall").begin("eidas1"))
                .page();
    }
}
