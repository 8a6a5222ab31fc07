package fr.tessere.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tessere.history.Acts;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.FirstUse;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.RelyingService;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("At a service that must ask, the person sees what it gets, and what she unticks is not sent")
class ConsentTest {
    private static final String CLAIMS = """
            {"userinfo": {
              "family_name": {"essential": true, "purpose": "Pour établir votre carte de lecture"},
              "birth_year": null, "gender": null}}""";

    @Test
    void whatIsUntickedIsNotSentAndTheAnswerIsRemembered(KeycloakServer server) throws ReadingException {
        PlainBrowser browser = new PlainBrowser("fr");
        Acts acts = Acts.fromNow(server);
        Visitor visitor = visit(server, browser, "1992-01-02");
        assertThat(visitor.page().body())
                .contains(
                        "Bibliothèque",
                        "Pour établir votre carte de lecture",
                        "pendant 180 jours",
                        "value=\"birth_year\"")
                .doesNotContain("value=\"family_name\"");
        visitor.send(Map.of("step", "accept", "claim", "gender"));
        JsonNode person = server.service("library").userinfo(visitor.tokens());

        assertThat(person.path("family_name").asText()).isEqualTo("SPECIMEN LENOEUD");
        assertThat(person.path("gender").asText()).isEqualTo("female");
        assertThat(person.has("birth_year")).isFalse();
        assertThat(acts.await("grant-consent", "client library", "person", "claim gender", "claim family_name")
                        .toString())
                .as("names of the claims that were ticked or are required, and no value")
                .doesNotContain("birth_year", "SPECIMEN", "female");

        // the same again: no page; once more with a wish for it: the page
        RelyingService.Attempt again = begin(server, "none", CLAIMS);
        JsonNode later = server.service("library").userinfo(again.tokens(browser.open(again.address())));
        assertThat(later.has("gender")).isTrue();
        assertThat(later.has("birth_year")).isFalse();
        Page asked = browser.open(begin(server, "consent", CLAIMS).address());
        assertThat(FirstUse.shows(asked, "consent")).isTrue();
        // more than was agreed to
        Page more = browser.open(
                begin(server, "none", CLAIMS.replace("gender", "birthdate")).address());
        assertThat(more.redirectParameters()).containsEntry("error", "interaction_required");
    }

    @Test
    void whoRefusesGoesBackAndNothingIsSent(KeycloakServer server) throws ReadingException {
        Visitor visitor = visit(server, new PlainBrowser("en"), "1992-01-03");
        visitor.send(Map.of("step", "leave"));

        assertThat(visitor.page().redirectParameters())
                .containsEntry("error", "access_denied")
                .doesNotContainKey("code");
    }

    @Test
    void whatWasNotOfferedCannotBeTickedAndWhatIsRequiredCannotBeLeftOut(KeycloakServer server)
            throws ReadingException {
        Visitor visitor = visit(server, new PlainBrowser("en"), "1992-01-04");
        visitor.send(Map.of("step", "accept", "claim", "nationalities"));
        JsonNode person = server.service("library").userinfo(visitor.tokens());

        assertThat(person.has("family_name")).isTrue();
        assertThat(person.has("nationalities")).isFalse();
        assertThat(person.has("gender")).isFalse();
    }

    private static Visitor visit(KeycloakServer server, PlainBrowser browser, String born) throws ReadingException {
        Visitor visitor = Citizens.visit(
                browser,
                server,
                "library",
                Map.of("scope", "openid", "claims", CLAIMS, "prompt", "consent"),
                Citizens.born(born, "Ajaccio"));
        assertThat(FirstUse.shows(visitor.page(), "consent"))
                .as(visitor.page().body())
                .isTrue();
        return visitor;
    }

    private static RelyingService.Attempt begin(KeycloakServer server, String prompt, String claims) {
        return server.service("library").begin(Map.of("scope", "openid", "claims", claims, "prompt", prompt));
    }
}
