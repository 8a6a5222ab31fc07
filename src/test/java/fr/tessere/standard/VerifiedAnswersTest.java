package fr.tessere.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tessere.claims.assurance.VerifiedClaimsSchema;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.CitizenAtCounter;
import fr.tessere.server.CounterAgent;
import fr.tessere.server.FirstUse;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.NewDocument;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.RelyingService;
import fr.tessere.server.Tokens;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code VerifiedClaimsTest} says of single answers, said of the running server's. */
@ExtendWith(WithKeycloak.class)
@DisplayName("OpenID Connect for Identity Assurance 1.0, end to end: metadata, and answers that the schema takes")
class VerifiedAnswersTest {
    private static final String ALL_CLAIMS = "{\"family_name\":null,\"given_name\":null,\"name\":null,"
            + "\"birthdate\":null,\"birth_year\":null,\"gender\":null,\"birthplace\":null,\"birthcountry\":null,"
            + "\"nationalities\":null,\"age_over_13\":null,\"age_over_16\":null,\"age_over_18\":null,"
            + "\"age_over_65\":null,\"eu_national\":null,\"document_type\":null,\"issuing_state\":null,"
            + "\"email\":null,\"preferred_username\":null,\"claim_origins\":null,\"unknown\":null}";
    private static final String ALL_VERIFICATION = "{\"trust_framework\":null,\"assurance_level\":null,\"time\":null,"
            + "\"verification_process\":null,\"assurance_process\":null,"
            + "\"evidence\":[{\"type\":{\"value\":\"document\"},\"check_details\":null,\"document_details\":null}]}";
    private static final String ALL = verified(ALL_VERIFICATION, ALL_CLAIMS);
    private static final String LEAST = verified("{\"trust_framework\":null}", "{\"birthdate\":null}");
    private static final String UNMET =
            verified("{\"trust_framework\":{\"value\":\"eidas\"}}", "{\"birthdate\":{\"essential\":true}}");

    @Test
    @DisplayName("the metadata name trust framework, evidence, documents and claims; other realms have none of it")
    void metadata(KeycloakServer server) {
        JsonNode metadata = server.service("town-hall").metadata();

        assertThat(texts(metadata, "trust_frameworks_supported")).containsExactly("fr_tessere");
        assertThat(texts(metadata, "evidence_supported")).containsExactly("document");
        assertThat(texts(metadata, "documents_supported")).containsExactly("idcard", "passport", "residence_permit");
        assertThat(texts(metadata, "documents_check_methods_supported")).contains("vcrypt", "data", "vpip", "pvp");
        assertThat(texts(metadata, "claims_in_verified_claims_supported"))
                .contains("birthdate", "nationalities")
                .doesNotContain("email", "preferred_username", "claim_origins");
        assertThat(metadata.path("verified_claims_supported").asBoolean()).isTrue();
        assertThat(texts(metadata, "claims_supported"))
                .contains("sub", "acr", "txn", "verified_claims", "birthplace", "age_over_18")
                .doesNotContain("phone_number", "address");
        assertThat(texts(metadata, "acr_values_supported")).contains("eidas1", "eidas2", "eidas3");
        assertThat(RelyingService.metadata(URI.create(server.address() + "/realms/master"))
                        .toString())
                .contains("\"issuer\"")
                .doesNotContain("trust_frameworks_supported", "fr_tessere");
    }

    @ParameterizedTest(name = "{0}, nationality {1}")
    @CsvSource({
        "french-identity-card, FRA, FRA",
        "residence-permit, D, DEU",
        "passport-active-authentication, IDN, IDN",
        "passport-without-clone-protection, UNO, UNO",
        "identity-card-unknown-birth-date, FRA, FRA",
    })
    void whateverIsAskedForTheAnswersAreValid(String document, String nationality, String code, KeycloakServer server)
            throws ReadingException {
        PlainBrowser browser = new PlainBrowser("en");
        Tokens tokens = signIn(browser, server, document, nationality, claims(ALL, "[" + ALL + "," + LEAST + "]"));
        JsonNode idToken = tokens.claims().path("verified_claims");
        JsonNode userinfo = server.service("town-hall").userinfo(tokens).path("verified_claims");

        assertThat(VerifiedClaimsSchema.faults(idToken)).as(idToken.toString()).isEmpty();
        assertThat(VerifiedClaimsSchema.faults(userinfo))
                .as(userinfo.toString())
                .isEmpty();
        assertThat(userinfo).hasSize(2);
        assertThat(idToken.at("/claims/nationalities/0").asText()).isEqualTo(code);
        assertThat(idToken.at("/verification/evidence/0/document_details/issuer/country_code")
                        .asText())
                .hasSize(3);
        assertThat(new TreeSet<>(names(idToken.path("claims"))))
                .isSubsetOf(texts(server.service("town-hall").metadata(), "claims_in_verified_claims_supported"));
    }

    @Test
    @DisplayName("what cannot be met is left out, as a whole and without an error; the rest is answered")
    void whatCannotBeMetIsNoError(KeycloakServer server) throws ReadingException {
        PlainBrowser browser = new PlainBrowser("en");
        Tokens tokens =
                signIn(browser, server, "french-identity-card", "FRA", claims(UNMET, "[" + UNMET + "," + LEAST + "]"));

        assertThat(tokens.claims().has("verified_claims")).isFalse();
        JsonNode met = server.service("town-hall").userinfo(tokens).path("verified_claims");
        assertThat(met.isObject()).as("the one that can be met").isTrue();
        assertThat(VerifiedClaimsSchema.faults(met)).isEmpty();
    }

    @Test
    @DisplayName("at eidas3 the comparison stands among the checks")
    void atTheHighestLevel(KeycloakServer server) throws ReadingException {
        CounterAgent agent = CounterAgent.appoint(server, NewDocument.like("residence-permit"));
        SpecimenDocument document = NewDocument.like("french-identity-card");
        CitizenAtCounter citizen = CitizenAtCounter.with(server, document);
        agent.confirm(citizen.code(citizen.inSession()));
        JsonNode answer = tokens(Citizens.visit(
                        new PlainBrowser("en"),
                        server,
                        "town-hall",
                        Map.of("acr_values", "eidas3", "claims", claims(ALL, ALL)),
                        document))
                .claims()
                .path("verified_claims");

        assertThat(VerifiedClaimsSchema.faults(answer)).as(answer.toString()).isEmpty();
        assertThat(answer.at("/verification/assurance_level").asText()).isEqualTo("eidas3");
        assertThat(answer.findValuesAsText("check_method")).contains("vcrypt", "vpip", "pvp");
    }

    @Test
    @DisplayName("what the person unticked is no verified claim either")
    void whatIsUntickedIsNotVerified(KeycloakServer server) throws ReadingException {
        String asked = "{\"userinfo\":{\"birth_year\":null,\"gender\":null,\"verified_claims\":"
                + verified("{\"trust_framework\":null}", "{\"birth_year\":null,\"gender\":null}") + "}}";
        Visitor visitor = Citizens.visit(
                new PlainBrowser("en"),
                server,
                "library",
                Map.of("scope", "openid", "claims", asked, "prompt", "consent"),
                Citizens.born("1992-05-06", "Ajaccio"));
        assertThat(FirstUse.shows(visitor.page(), "consent")).isTrue();
        visitor.send(Map.of("step", "accept", "claim", "gender"));
        RelyingService library = server.service("library");
        JsonNode answer = library.userinfo(visitor.tokens()).path("verified_claims");

        assertThat(VerifiedClaimsSchema.faults(answer)).as(answer.toString()).isEmpty();
        assertThat(names(answer.path("claims"))).containsExactly("gender");
    }

    private static Tokens signIn(
            PlainBrowser browser, KeycloakServer server, String document, String nationality, String claims)
            throws ReadingException {
        return tokens(Citizens.visit(
                browser,
                server,
                "town-hall",
                Map.of("acr_values", "eidas1", "scope", "openid", "claims", claims),
                Citizens.of(nationality, Specimens.prepare(document))));
    }

    /** Of somebody who says nothing of himself. */
    private static Tokens tokens(Visitor visitor) {
        boolean asked = FirstUse.shows(visitor.page(), "civil-status");
        return asked ? visitor.send(Map.of("step", "skip")).tokens() : visitor.tokens();
    }

    private static String claims(String idToken, String userinfo) {
        return "{\"id_token\":{\"verified_claims\":" + idToken + "},\"userinfo\":{\"verified_claims\":" + userinfo
                + "}}";
    }

    private static String verified(String verification, String claims) {
        return "{\"verification\":" + verification + ",\"claims\":" + claims + "}";
    }

    private static List<String> texts(JsonNode node, String list) {
        List<String> texts = new ArrayList<>();
        node.path(list).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static List<String> names(JsonNode node) {
        return node.propertyStream().map(Map.Entry::getKey).toList();
    }
}
