package fr.tessere.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.FirstUse;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.NewDocument;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.SpecimenCard;
import fr.tessere.server.Tokens;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import fr.tessere.signin.Errand;
import fr.tessere.specimen.document.SpecimenDocument;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("How a name is sent: my identity says what the service got, letter by letter, and where it comes from")
class SpellingTest {
    private static final List<String> OF_THE_PERSON = List.of(
            "family_name",
            "given_name",
            "preferred_username",
            "birthdate",
            "gender",
            "birthplace",
            "birthcountry",
            "nationalities",
            "email");
    private static final String BY_NAME = """
            {"userinfo": {"family_name": null, "given_name": null, "birthdate": null, "gender": null,
              "nationalities": null, "claim_origins": null}}""";
    private static final String PIVOT = "openid profile birthplace birthcountry preferred_username email claim_origins";

    private final PlainBrowser browser = new PlainBrowser("en");
    private final SpecimenDocument document = NewDocument.like("french-identity-card");

    @Test
    void fromTheMachineReadableZoneAlone(KeycloakServer server) throws ReadingException {
        Visitor visitor = visit(server, Map.of("acr_values", "eidas2", "scope", "openid", "claims", BY_NAME));
        JsonNode told = told(server, visitor.tokens());

        IdentityOf holder = IdentityOf.in(server, browser);

        JsonNode sent = holder.json().path("sentInThisSession");
        assertThat(told.path("family_name").asText()).isUpperCase();
        assertThat(sent.at("/family_name/origin").asText()).isEqualTo("dg1");
        assertSame(sent, told);
        assertThat(holder.page().body())
                .contains(told.path("family_name").asText(), "From the line for machines on your document")
                .doesNotContain("From the additional details", "You said so yourself", "With your passkey");
        assertThat(browser.open(IdentityOf.address(server, "?kc_locale=fr")).body())
                .as("the word that is sent, and what it means")
                .contains("female (femme)");
    }

    @Test
    void fromTheAdditionalDetailsAndFromThePerson(KeycloakServer server) throws ReadingException {
        Visitor visitor = visit(server, Map.of("acr_values", "eidas2", "scope", PIVOT));
        assertThat(FirstUse.shows(visitor.page(), "civil-status")).isTrue();
        visitor.send(Map.of("step", "continue", "email", "maelle@example.org", "name", "Le Goff"));
        JsonNode told = told(server, visitor.tokens());

        IdentityOf holder = IdentityOf.in(server, browser);

        JsonNode sent = holder.json().path("sentInThisSession");
        assertThat(sent.at("/family_name/value").asText()).isEqualTo("Spécimen-Lenœud");
        assertThat(sent.at("/family_name/origin").asText()).isEqualTo("dg11");
        assertThat(sent.at("/gender/origin").asText()).isEqualTo("dg1");
        assertThat(sent.at("/preferred_username/origin").asText()).isEqualTo("self-declared");
        assertSame(sent, told);
        assertThat(holder.page().body())
                .contains(
                        "Spécimen-Lenœud",
                        "From the additional details on the chip",
                        "Le Goff",
                        "You said so yourself",
                        "From the line for machines on your document");
    }

    @Test
    void aPlaceThatTheDocumentDoesNotSayFromThePerson(KeycloakServer server) throws ReadingException {
        SpecimenDocument elsewhere = NewDocument.bornIn("Châteauspécimen", "french-identity-card");
        Visitor visitor = visit(
                server,
                elsewhere,
                Map.of("acr_values", "eidas2", "scope", "openid profile birthplace birthcountry claim_origins"));
        visitor.send(Map.of("step", "continue", "place", "Saint-Denis"));
        visitor.send(Map.of("step", "continue", "place", "Saint-Denis", "code", "97411"));
        JsonNode told = told(server, visitor.tokens());

        IdentityOf holder = IdentityOf.in(server, browser);

        JsonNode sent = holder.json().path("sentInThisSession");
        assertThat(sent.at("/birthplace/value").asText()).isEqualTo("97411");
        assertThat(sent.at("/birthplace/origin").asText()).isEqualTo("self-declared");
        assertThat(sent.at("/birthcountry/value").asText()).isEqualTo("99100");
        assertThat(sent.at("/birthcountry/origin").asText()).isEqualTo("self-declared");
        assertSame(sent, told);
        assertThat(holder.page().body()).contains("97411", "99100", "You said so yourself. Nobody checked it.");
    }

    /** All that the service got is told, with the same origin; what it did not ask for may stand there as well. */
    private static void assertSame(JsonNode sent, JsonNode told) {
        for (String name : OF_THE_PERSON) {
            JsonNode value = told.path(name);
            if (!value.isMissingNode()) {
                assertThat(sent.path(name).path("value").asText())
                        .as(name)
                        .isEqualTo(value.isArray() ? value.get(0).asText() : value.asText());
            }
            if (told.path("claim_origins").has(name)) {
                assertThat(sent.path(name).path("origin").asText())
                        .as(name)
                        .isEqualTo(told.path("claim_origins").path(name).asText());
            }
        }
        assertThat(told.path("claim_origins")).isNotEmpty();
    }

    private static JsonNode told(KeycloakServer server, Tokens tokens) {
        return server.service("town-hall").userinfo(tokens);
    }

    private Visitor visit(KeycloakServer server, Map<String, String> request) throws ReadingException {
        return visit(server, document, request);
    }

    private Visitor visit(KeycloakServer server, SpecimenDocument document, Map<String, String> request)
            throws ReadingException {
        Visitor visitor = Visitor.arrive(browser, server.service("town-hall").begin(request));
        try (SpecimenCard card = SpecimenCard.overTcp(document)) {
            return visitor.returnTo(Errand.read(visitor.readingHere(), card, card.channel())
                    .orElseThrow()
                    .toString());
        }
    }
}
