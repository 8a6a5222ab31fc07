package fr.tessere.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.FirstUse;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Tokens;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("The identité pivot, by FranceConnect's scopes, at a service made for FranceConnect")
class IdentityPivotTest {
    private static final String SCOPES =
            "openid profile email preferred_username birthplace birthcountry claim_origins";

    /** FranceConnect+'s rules for the answer of an identity provider, retyped. */
    private static final Map<String, String> RULES = new TreeMap<>(Map.of(
            "sub", "[\\x20-\\x7E]+",
            "given_name", ".{1,256}",
            "family_name", ".{1,256}",
            "birthdate", "[0-9]{4}-((0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])|(0[1-9]|1[0-2])-00|00-00)",
            "gender", "male|female",
            "birthplace", "((2[AB]|[0-9]{2})[0-9]{3})?",
            "birthcountry", "99[0-9]{3}",
            "email", "[^@ ]+@[^@ ]+[.][a-z]+"));

    @ParameterizedTest(name = "{0}, {1}: {2} {3} {4}")
    @CsvSource({
        "1991-07-13, Ajaccio<Corse-du-Sud, 1991-07-13, 2A004, 99100",
        "1957-XX-XX, PARIS 13E ARRONDISSEMENT, 1957-00-00, 75113, 99100",
        "1978-02-XX, Casablanca<Maroc, 1978-02-00, '', 99350",
    })
    void isAnsweredByUserinfoAndKeepsToTheRules(
            String day, String place, String birthdate, String birthplace, String country, KeycloakServer server)
            throws ReadingException {
        Visitor visitor = visit(server, Map.of("scope", SCOPES), day, place);
        assertThat(FirstUse.shows(visitor.page(), "civil-status")).isTrue();
        Tokens tokens = visitor.send(Map.of("step", "continue", "email", "maelle@example.org"))
                .tokens();
        JsonNode person = server.service("town-hall").userinfo(tokens);

        RULES.forEach((name, rule) ->
                assertThat(person.path(name).asText("missing")).as(name).matches(rule));
        assertThat(tokens.claims().path("acr").asText()).matches("[a-z0-9]+");
        assertThat(person.path("given_name").asText()).isEqualTo("Maëlle Françoise");
        assertThat(person.path("family_name").asText()).isEqualTo("Spécimen-Lenœud");
        assertThat(person.path("birthdate").asText()).isEqualTo(birthdate);
        assertThat(person.path("birthplace").asText()).isEqualTo(birthplace);
        assertThat(person.path("birthcountry").asText()).isEqualTo(country);
        assertThat(person.at("/claim_origins/birthplace").asText()).isEqualTo("dg11");
        assertThat(person.at("/claim_origins/gender").asText()).isEqualTo("dg1");
        assertThat(person.at("/claim_origins/email").asText()).isEqualTo("self-declared");
        assertThat(person.path("email_verified").asBoolean(true)).isFalse();
        // Keycloak's own mapper would send the login name
        assertThat(person.has("preferred_username")).isFalse();
        for (String name : RULES.keySet()) {
            assertThat(tokens.claims().has(name)).as("ID token, " + name).isEqualTo(name.equals("sub"));
        }
    }

    /** Usage name, optional: letters and what stands between them, 256 at most; what is none is asked for again. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Le Goff, true",
        "d’Exemple-Śpecimen, true",
        "O'Neil, true",
        "4f0c2a9e-1d6b-4d0e-9a55-0c6a7e3f2b11, false",
        "maelle@example.org, false",
        "<b>Maëlle</b>, false",
    })
    void aUsageNameIsAName(String typed, boolean taken, KeycloakServer server) throws ReadingException {
        Visitor visitor = visit(
                server,
                Map.of("scope", "openid preferred_username claim_origins"),
                "1991-07-13",
                "Ajaccio<Corse-du-Sud");
        visitor.send(Map.of("step", "continue", "name", typed));
        assertThat(FirstUse.shows(visitor.page(), "civil-status")).isEqualTo(!taken);
        Tokens tokens =
                taken ? visitor.tokens() : visitor.send(Map.of("step", "skip")).tokens();
        JsonNode person = server.service("town-hall").userinfo(tokens);

        assertThat(person.path("preferred_username").asText("none"))
                .isEqualTo(taken ? typed : "none")
                .matches("\\p{L}[\\p{L}\\p{M} '’.-]{0,255}");
        assertThat(person.at("/claim_origins/preferred_username").asText("self-declared"))
                .isEqualTo("self-declared");
        assertThat(tokens.claims().has("preferred_username")).isFalse();
    }

    @Test
    void aPlaceThatNobodyKnowsIsNotInvented(KeycloakServer server) throws ReadingException {
        Tokens tokens = visit(server, Map.of("scope", SCOPES), "1991-07-13", "Châteauspécimen")
                .send(Map.of("step", "skip"))
                .tokens();
        JsonNode person = server.service("town-hall").userinfo(tokens);

        assertThat(person.has("birthplace")).isFalse();
        assertThat(person.has("birthcountry")).isFalse();
        assertThat(person.path("birthdate").asText()).isEqualTo("1991-07-13");
    }

    @Test
    void whatIsAskedForByNameIsToldWhereItIsAskedForAndNothingElse(KeycloakServer server) throws ReadingException {
        String claims = """
                {"id_token": {"birth_year": null, "eu_national": {"value": false}, "unknown_claim": null},
                 "userinfo": {"age_over_65": {"essential": true}, "gender": {"values": ["male"]}}}""";

        Tokens tokens = signIn(server, Map.of("scope", "openid", "claims", claims), "1991-07-13", "Ajaccio");
        JsonNode person = server.service("town-hall").userinfo(tokens);

        assertThat(tokens.claims().path("birth_year").asText()).isEqualTo("1991");
        assertThat(tokens.claims().has("eu_national")).isFalse();
        assertThat(tokens.claims().has("unknown_claim")).isFalse();
        assertThat(person.path("age_over_65").isBoolean()).isTrue();
        // whose answer it is, of what kind and in which entry of the log stands in every answer
        assertThat(names(person)).containsExactlyInAnyOrder("sub", "tessere_specimen", "txn", "age_over_65");
    }

    @Test
    void verifiedClaimsSayHowTheDocumentWasChecked(KeycloakServer server) throws ReadingException {
        String claims = """
                {"userinfo": {"verified_claims": {
                  "verification": {"trust_framework": null, "assurance_level": null,
                    "evidence": [{"type": {"value": "document"}, "check_details": [{"check_method": null, "check_id": null}]}]},
                  "claims": {"birthdate": null, "email": null}}}}""";

        Tokens tokens = signIn(server, Map.of("scope", "openid", "claims", claims), "1991-07-13", "Ajaccio");
        JsonNode verified = server.service("town-hall").userinfo(tokens).path("verified_claims");

        assertThat(verified.at("/verification/trust_framework").asText()).isEqualTo("fr_tessere");
        assertThat(verified.at("/verification/assurance_level").asText()).isEqualTo("eidas1");
        assertThat(verified.at("/verification/evidence/0/check_details").findValuesAsText("check_id"))
                .contains("passive-authentication", "chip-authentication");
        assertThat(names(verified.path("claims"))).containsExactly("birthdate");
        assertThat(tokens.claims().has("verified_claims")).isFalse();
    }

    @Test
    void whatTheDocumentDoesNotSayIsAskedOfThePersonAndMarked(KeycloakServer server) throws ReadingException {
        Visitor visitor = visit(
                server,
                Map.of("scope", "openid birthplace birthcountry preferred_username claim_origins"),
                "1991-07-13",
                "Châteauspécimen");
        visitor.send(Map.of("step", "continue", "place", "Atlantis"));
        assertThat(visitor.page().body()).contains("id=\"wrong\"");
        visitor.send(Map.of("step", "continue", "place", "Saint-Denis"));
        assertThat(visitor.page().attributes("input", "value")).contains("97411", "93066");
        visitor.send(Map.of("step", "continue", "place", "Saint-Denis", "code", "97411", "name", "Le Goff"));

        JsonNode person = server.service("town-hall").userinfo(visitor.tokens());

        assertThat(person.path("birthplace").asText()).isEqualTo("97411");
        assertThat(person.path("birthcountry").asText()).isEqualTo("99100");
        assertThat(person.path("preferred_username").asText()).isEqualTo("Le Goff");
        assertThat(person.at("/claim_origins/birthplace").asText()).isEqualTo("self-declared");
    }

    private static Tokens signIn(KeycloakServer server, Map<String, String> request, String day, String place)
            throws ReadingException {
        return visit(server, request, day, place).tokens();
    }

    private static Visitor visit(KeycloakServer server, Map<String, String> request, String day, String place)
            throws ReadingException {
        return Citizens.visit(new PlainBrowser("fr"), server, "town-hall", request, Citizens.born(day, place));
    }

    private static List<String> names(JsonNode node) {
        return StreamSupport.stream(node.properties().spliterator(), false)
                .map(Map.Entry::getKey)
                .toList();
    }
}
