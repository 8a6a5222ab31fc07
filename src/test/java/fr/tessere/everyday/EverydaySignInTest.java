package fr.tessere.everyday;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tessere.server.FirstUse;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("Every day: a card, and a code where a service asks for more")
class EverydaySignInTest {
    private static final String CARD = "french-identity-card";

    @Test
    void aServiceThatAsksForTheLowestLevelGetsItByTheCardAlone(KeycloakServer server) {
        Person person = Person.with(server, CARD);
        person.signsIn("eidas1");

        JsonNode claims = person.elsewhere().hasRead("eidas1").tokens().claims();

        assertThat(claims.path("acr").asText()).isEqualTo("eidas1");
        assertThat(claims.path("amr").toString()).isEqualTo("[\"hwk\"]");
    }

    @Test
    void cardAndCodeReachTheSecondLevel(KeycloakServer server) {
        Person.with(server, CARD).signsIn("eidas1");
        Visitor visitor = Person.with(server, CARD).hasRead("eidas2");
        assertThat(FirstUse.shows(visitor.page(), "type-code")).isTrue();

        JsonNode claims = visitor.send(Map.of("step", "code", "code", FirstUse.CODE))
                .tokens()
                .claims();

        assertThat(claims.path("acr").asText()).isEqualTo("eidas2");
        assertThat(claims.path("amr").toString()).isEqualTo("[\"hwk\",\"pin\",\"mfa\"]");
    }

    @Test
    void theCardDoesNotReplaceTheCode(KeycloakServer server) {
        Person.with(server, CARD).signsIn("eidas1");
        Visitor visitor = Person.with(server, CARD).hasRead("eidas2");

        for (Map<String, String> nothing : java.util.List.of(
                Map.of("step", "continue"), Map.of("step", "code"), Map.of("step", "code", "code", "27491"))) {
            visitor.send(nothing);
            assertThat(visitor.page().redirectParameters())
                    .as(nothing.toString())
                    .doesNotContainKey("code");
            assertThat(FirstUse.shows(visitor.page(), "type-code"))
                    .as(nothing.toString())
                    .isTrue();
        }
    }

    @Test
    void aChipThatCanBeCopiedStaysAtTheLowestLevel(KeycloakServer server) {
        Person copyable = Person.with(server, "passport-without-clone-protection");
        assertThat(copyable.signsIn("eidas1").tokens().claims().path("acr").asText())
                .isEqualTo("eidas1");

        Visitor visitor = copyable.elsewhere().asked("eidas2");
        String back = copyable.readFor(visitor.readingHere());

        assertThat(back).as("address to come back to").isEmpty();
        assertThat(visitor.goOn("continue").page().body()).contains("level-not-reached");
    }

    @Nested
    @DisplayName("in a session that lives, only what is missing")
    class StepUp {
        @Test
        void theCodeAloneWhenTheCardWasJustRead(KeycloakServer server) {
            Person.with(server, CARD).signsIn("eidas1");
            Person person = Person.with(server, CARD);
            person.signsIn("eidas1");

            Visitor visitor = person.asked("eidas2");
            assertThat(FirstUse.shows(visitor.page(), "type-code")).isTrue();
            visitor.send(Map.of("step", "code", "code", FirstUse.CODE));

            assertThat(visitor.tokens().claims().path("acr").asText()).isEqualTo("eidas2");
        }

        @Test
        void nothingWhenBothWereJustShown(KeycloakServer server) {
            Person person = Person.with(server, CARD);
            person.signsIn("eidas2");

            JsonNode claims = person.asked("eidas2").tokens().claims();

            assertThat(claims.path("acr").asText()).isEqualTo("eidas2");
        }

        @Test
        void bothWhenTheServiceWantsAllAnew(KeycloakServer server) {
            Person person = Person.with(server, CARD);
            person.signsIn("eidas2");

            Visitor visitor = Visitor.arrive(
                    person.browser(),
                    server.service("town-hall").begin(Map.of("acr_values", "eidas2", "prompt", "login")));
            visitor.comeBack(person.readFor(visitor.readingHere()));

            assertThat(FirstUse.shows(visitor.page(), "type-code")).isTrue();
        }
    }
}
