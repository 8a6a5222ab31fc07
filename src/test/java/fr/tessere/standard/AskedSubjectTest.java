package fr.tessere.standard;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Tokens;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.Specimens;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("OpenID Connect Core §3.1.2.1, §5.5.1: a service that names a person is told of that person or of nobody")
class AskedSubjectTest {
    private static final String SUBJECT = "{\"id_token\":{\"sub\":{\"value\":\"%s\"}}}";

    private static final String MUCH = "{\"id_token\":{\"family_name\":null,\"given_name\":null,\"name\":null,"
            + "\"birthdate\":null,\"gender\":null,\"birth_year\":null,\"verified_claims\":{\"verification\":{"
            + "\"trust_framework\":null,\"time\":null,\"evidence\":[{\"type\":{\"value\":\"document\"},"
            + "\"check_details\":null,\"document_details\":null}]},\"claims\":{\"family_name\":null,"
            + "\"given_name\":null,\"birthdate\":null,\"nationalities\":null,\"document_type\":null}}}}";

    private final PlainBrowser browser = new PlainBrowser("en");

    @SuppressWarnings("NullAway.Init")
    private Tokens own;

    @SuppressWarnings("NullAway.Init")
    private Tokens somebodyElses;

    @BeforeAll
    void twoPeople(KeycloakServer server) throws ReadingException {
        own = signIn(server, browser, "french-identity-card");
        somebodyElses = signIn(server, new PlainBrowser("en"), "residence-permit");
    }

    @Test
    void theOwnSubjectByHint(KeycloakServer server) {
        assertThat(silently(server, Map.of("id_token_hint", own.idToken()))).containsKey("code");
    }

    @Test
    void theOwnSubjectByValue(KeycloakServer server) {
        assertThat(silently(server, Map.of("claims", SUBJECT.formatted(subject(own)))))
                .containsKey("code");
    }

    @Test
    void somebodyElsesByHint(KeycloakServer server) {
        assertThat(silently(server, Map.of("id_token_hint", somebodyElses.idToken())))
                .containsEntry("error", "login_required")
                .doesNotContainKey("code");
    }

    /** A token with all that a service may ask for, among parameters that mean nothing here. */
    @Test
    void somebodyElsesByALongHint(KeycloakServer server) throws ReadingException {
        Tokens full = Citizens.visit(
                        new PlainBrowser("en"),
                        server,
                        "town-hall",
                        Map.of("acr_values", "eidas1", "scope", "openid evidence", "claims", MUCH),
                        Specimens.load("residence-permit"))
                .tokens();
        assertThat(full.idToken().length()).isBetween(2000, 4000);
        Map<String, String> request = new HashMap<>(Map.of("id_token_hint", full.idToken()));
        for (int i = 0; i < 8; i++) {
            request.put("unknown" + i, "x");
        }

        assertThat(silently(server, request)).containsEntry("error", "login_required");
        request.put("id_token_hint", own.idToken());
        assertThat(silently(server, request)).containsKey("code");
    }

    @Test
    void somebodyElsesByValue(KeycloakServer server) {
        assertThat(silently(server, Map.of("claims", SUBJECT.formatted(subject(somebodyElses)))))
                .containsEntry("error", "login_required")
                .doesNotContainKey("code");
    }

    @Test
    void whoIsNamedMaySignInAndNobodyElse(KeycloakServer server) throws ReadingException {
        Map<String, String> request = Map.of("acr_values", "eidas1", "id_token_hint", somebodyElses.idToken());
        assertThat(browser.open(server.service("town-hall").begin(request).address())
                        .body())
                .as("the session of somebody else")
                .contains("id=\"address\"");

        assertThat(visit(server, "french-identity-card", request))
                .containsEntry("error", "login_required")
                .containsKeys("state", "iss")
                .doesNotContainKey("code");
        assertThat(visit(server, "residence-permit", request)).containsKey("code");
    }

    @Test
    void aHintThatIsNoTokenOfOursNamesNobody(KeycloakServer server) {
        for (String hint : new String[] {"x", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.", own.accessToken() + "x"}) {
            assertThat(silently(server, Map.of("id_token_hint", hint))).as(hint).containsKey("code");
        }
    }

    private static Map<String, String> visit(KeycloakServer server, String document, Map<String, String> request)
            throws ReadingException {
        return Citizens.visit(new PlainBrowser("en"), server, "town-hall", request, Specimens.load(document))
                .page()
                .redirectParameters();
    }

    private Map<String, String> silently(KeycloakServer server, Map<String, String> parameters) {
        Map<String, String> all = new HashMap<>(Map.of("prompt", "none"));
        all.putAll(parameters);
        return browser.open(server.service("town-hall").begin(all).address()).redirectParameters();
    }

    private static String subject(Tokens tokens) {
        return tokens.claims().path("sub").asText();
    }

    private static Tokens signIn(KeycloakServer server, PlainBrowser browser, String document) throws ReadingException {
        return Citizens.visit(browser, server, "town-hall", Map.of("acr_values", "eidas1"), Specimens.load(document))
                .tokens();
    }
}
