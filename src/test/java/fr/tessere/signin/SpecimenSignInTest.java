package fr.tessere.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.SpecimenCard;
import fr.tessere.server.Tokens;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.Specimens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("A citizen signs in with a specimen on a reader over TCP")
class SpecimenSignInTest {
    private static final String CARD = "french-identity-card";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "french-identity-card, chip-authentication, idcard",
        "passport-active-authentication, active-authentication, passport",
        "passport-pace-ecdsa-aa, active-authentication, passport",
        "passport-without-clone-protection, none, passport",
        "pace-cam-only, pace-chip-authentication-mapping, idcard",
        "identity-card-cam-and-ca, chip-authentication, idcard",
        "passport-dh, chip-authentication, passport",
        "identity-card-dh-3des, chip-authentication, idcard",
        "passport-dh-integrated, chip-authentication, passport",
        "passport-dh-two-keys, chip-authentication, passport",
        "identity-card-keys-of-both-kinds, chip-authentication, idcard",
    })
    void everyKindOfDocument(String profile, String proof, String type, KeycloakServer server) throws ReadingException {
        Tokens tokens = signIn(server, "town-hall", profile);
        JsonNode claims = tokens.claims();
        JsonNode person = server.service("town-hall").userinfo(tokens);

        assertThat(claims.path("acr").asText()).isEqualTo("eidas1");
        assertThat(claims.at("/tessere_evidence/proof").asText()).isEqualTo(proof);
        assertThat(claims.at("/tessere_evidence/specimen").asBoolean()).isTrue();
        assertThat(person.path("document_type").asText()).isEqualTo(type);
        assertThat(claims.path("amr").toString()).isEqualTo(proof.equals("none") ? "" : "[\"hwk\"]");
    }

    @Test
    void theServiceLearnsWhoItIs(KeycloakServer server) throws ReadingException {
        Tokens tokens = signIn(server, "town-hall", CARD);
        JsonNode claims = tokens.claims();
        JsonNode person = server.service("town-hall").userinfo(tokens);

        assertThat(tokens.header().path("alg").asText()).isEqualTo("ES256");
        assertThat(person.path("birthdate").asText()).isEqualTo("1991-07-13");
        assertThat(person.path("family_name").asText()).isNotBlank();
        assertThat(person.path("given_name").asText()).isNotBlank();
        assertThat(person.path("nationalities").toString()).isEqualTo("[\"FRA\"]");
        assertThat(person.path("issuing_state").asText()).isEqualTo("FRA");
        assertThat(person.path("age_over_18").asBoolean()).isTrue();
        assertThat(names(claims))
                .as("the ID token has what protocol and level need (OpenID Connect Core §2), and what was proven")
                .containsExactlyInAnyOrder(
                        "exp",
                        "iat",
                        "auth_time",
                        "jti",
                        "iss",
                        "aud",
                        "sub",
                        "typ",
                        "azp",
                        "nonce",
                        "sid",
                        "at_hash",
                        "acr",
                        "amr",
                        "txn",
                        "tessere_specimen",
                        "tessere_evidence");
        assertThat(claims.at("/tessere_evidence/channel").asText()).isEqualTo("this-device");
    }

    @Test
    void whatWasNotAskedForIsNotTold(KeycloakServer server) throws ReadingException {
        Visitor visitor = Visitor.arrive(
                new PlainBrowser("fr"),
                server.service("town-hall").begin(Map.of("acr_values", "eidas1", "scope", "openid age")));
        try (SpecimenCard card = SpecimenCard.overTcp(Specimens.load(CARD))) {
            String back = Errand.read(visitor.readingHere(), card, card.channel())
                    .orElseThrow()
                    .toString();
            JsonNode person =
                    server.service("town-hall").userinfo(visitor.returnTo(back).tokens());

            assertThat(person.path("age_over_18").asBoolean()).isTrue();
            assertThat(names(person)).containsExactlyInAnyOrder("sub", "txn", "tessere_specimen", "age_over_18");
        }
    }

    @Test
    void withTheReaderOnAnotherDevice(KeycloakServer server) throws ReadingException {
        try (SpecimenCard card = SpecimenCard.overTcp(Specimens.load(CARD))) {
            JsonNode claims =
                    Errand.withReaderElsewhere(server, "town-hall", card).claims();

            assertThat(claims.path("acr").asText()).isEqualTo("eidas1");
            assertThat(claims.at("/tessere_evidence/channel").asText()).isEqualTo("another-device");
        }
    }

    @Test
    void theSamePersonIsKnownAgainByOneServiceAndByNoOther(KeycloakServer server) throws ReadingException {
        String first = signIn(server, "town-hall", CARD).claims().path("sub").asText();
        String again = signIn(server, "town-hall", CARD).claims().path("sub").asText();
        String elsewhere =
                signIn(server, "tax-office", CARD).claims().path("sub").asText();

        assertThat(again).isEqualTo(first);
        assertThat(elsewhere).isNotEqualTo(first);
    }

    @Test
    void aLevelThatNeedsSomebodyElseGoesBackToTheService(KeycloakServer server) {
        Visitor visitor = Visitor.arrive(
                new PlainBrowser("en"), server.service("town-hall").begin("eidas3"));
        assertThat(visitor.page().body()).contains("id=\"counter\"");

        Page back = visitor.goOn("not-compared").page();

        assertThat(back.redirectParameters())
                .containsEntry("error", "unmet_authentication_requirements")
                .doesNotContainKey("code");
    }

    @Test
    void signingOutEndsTheSessionOfTheProvider(KeycloakServer server) throws ReadingException {
        PlainBrowser browser = new PlainBrowser("fr");
        Visitor visitor = Visitor.arrive(browser, server.service("town-hall").begin("eidas1"));
        try (SpecimenCard card = SpecimenCard.overTcp(Specimens.load(CARD))) {
            String back = Errand.read(visitor.readingHere(), card, card.channel())
                    .orElseThrow()
                    .toString();
            Tokens tokens = visitor.returnTo(back).tokens();
            assertThat(silently(browser, server).redirectParameters()).containsKey("code");

            Page out = browser.open(server.service("town-hall").signOut(tokens));

            assertThat(out.redirect())
                    .contains(server.service("town-hall").redirect().resolve("/"));
            assertThat(silently(browser, server).redirectParameters()).containsEntry("error", "login_required");
        }
    }

    @Test
    void aPersonMayLeave(KeycloakServer server) {
        Page back = Visitor.arriveAt(server).goOn("leave").page();

        assertThat(back.redirectParameters()).containsEntry("error", "access_denied");
    }

    private static List<String> names(JsonNode claims) {
        return claims.propertyStream().map(Map.Entry::getKey).toList();
    }

    private static Page silently(PlainBrowser browser, KeycloakServer server) {
        return browser.open(server.service("town-hall")
                .begin(Map.of("prompt", "none", "acr_values", "eidas1"))
                .address());
    }

    private static Tokens signIn(KeycloakServer server, String service, String profile) throws ReadingException {
        try (SpecimenCard card = SpecimenCard.overTcp(Specimens.load(profile))) {
            return Errand.withReaderHere(server, service, card);
        }
    }
}
