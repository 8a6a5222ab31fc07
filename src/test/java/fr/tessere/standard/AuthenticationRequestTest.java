package fr.tessere.standard;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.WithKeycloak;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithKeycloak.class)
@DisplayName(
        "An authentication request that is wrong, hostile or huge goes back with the standard's error, and nothing begins")
class AuthenticationRequestTest {
    private static final String LEVEL = "unmet_authentication_requirements";

    @Nested
    @DisplayName("OpenID Connect Core §3.1.2.1 and §5.5.1.1: a level that is not known here fails closed")
    class Levels {
        @ParameterizedTest(name = "acr_values={0} claims={1}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "urn:unknown |",
                    "2 |",
                    "0 1 2 3 |",
                    "EIDAS1 |",
                    "eidas4 |",
                    "| {\"id_token\":{\"acr\":{\"essential\":true,\"value\":\"urn:unknown\"}}}",
                    "| {\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"eidas1\",\"urn:unknown\"]}}}",
                    "| {\"id_token\":{\"acr\":{\"essential\":true,\"value\":\"2\"}}}",
                    "| {\"id_token\":{\"acr\":{\"value\":\"urn:unknown\"}}}",
                    "eidas1 | {\"id_token\":{\"acr\":{\"value\":\"urn:unknown\"}}}",
                })
        void itGoesBackToTheService(String acrValues, String claims, KeycloakServer server) {
            Map<String, String> parameters = new LinkedHashMap<>();
            putIfThere(parameters, "acr_values", acrValues);
            putIfThere(parameters, "claims", claims);

            Page page = ask(server, parameters, "");

            requireError(page, LEVEL);
            assertThat(page.redirectParameters().get("error_description")).startsWith("level-not-reached: ");
        }

        @ParameterizedTest(name = "acr_values={0} claims={1}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "|",
                    "eidas1 |",
                    "urn:unknown eidas1 |",
                    "| {\"id_token\":{\"acr\":{\"essential\":true,\"value\":\"eidas1\"}}}",
                    "| {\"id_token\":{\"acr\":{\"essential\":true}}}",
                    "| {\"id_token\":{\"acr\":null}}",
                    "| {\"userinfo\":{\"acr\":{\"value\":\"urn:unknown\"}}}",
                })
        void oneThatIsKnownIsBegun(String acrValues, String claims, KeycloakServer server) {
            Map<String, String> parameters = new LinkedHashMap<>();
            putIfThere(parameters, "acr_values", acrValues);
            putIfThere(parameters, "claims", claims);

            assertThat(ask(server, parameters, "").body()).contains("id=\"address\"");
        }

        @Test
        void aClientsMinimumStandsAboveWhatItAsksFor(KeycloakServer server) {
            Map<String, String> essential =
                    Map.of("claims", "{\"id_token\":{\"acr\":{\"essential\":true,\"value\":\"eidas1\"}}}");

            requireError(
                    new PlainBrowser("en")
                            .open(server.service("notary").begin(essential).address()),
                    LEVEL);
        }
    }

    @Nested
    @DisplayName("OpenID Connect Core §5.5 and §3.1.2.6")
    class Claims {
        @ParameterizedTest(name = "{0}")
        @ValueSource(
                strings = {
                    "no json",
                    "[]",
                    "{\"id_token\":{},\"id_token\":{}}",
                    "{\"id_token\":{\"acr\":{\"essential\":\"true\"}}}",
                    "{\"id_token\":{\"acr\":{\"value\":1}}}",
                    "{\"userinfo\":{\"verified_claims\":{\"claims\":{\"birthdate\":null}}}}",
                    "{\"userinfo\":{\"email\":{\"purpose\":\"x\"}}}",
                })
        void whatIsNoClaimsRequestIsInvalid(String claims, KeycloakServer server) {
            requireError(ask(server, Map.of("claims", claims), ""), "invalid_request");
        }

        @Test
        void hugeAndDeepOnesAre(KeycloakServer server) {
            // short enough to be read, so that the depth alone refuses it
            String lists = "{\"userinfo\":{\"email\":{\"value\":" + "[".repeat(1000) + "]".repeat(1000) + "}}}";
            String objects = "{\"a\":".repeat(1000) + "1" + "}".repeat(1000);
            String huge = "{\"userinfo\":{\"email\":{\"value\":\"" + "a".repeat(60_000) + "\"}}}";

            requireError(ask(server, Map.of("claims", lists), ""), "invalid_request");
            for (String claims : List.of(lists, objects, objects + " ".repeat(4000), huge)) {
                requireError(post(server, Map.of("claims", claims)), "invalid_request");
            }
        }

        @Test
        void oneOfAMegabyteIsNotEvenRead(KeycloakServer server) {
            Page page = post(server, Map.of("claims", "a".repeat(1_000_000)));

            assertThat(page.status()).isBetween(400, 499);
            assertThat(page.body()).doesNotContain("id=\"address\"");
        }
    }

    @Nested
    @DisplayName("RFC 6749 §3.1 and §3.3, RFC 9700")
    class Parameters {
        @ParameterizedTest(name = "{0}")
        @CsvSource({
            "state=again, invalid_request",
            "redirect_uri=http://evil.example/, invalid_request",
            "acr_values=eidas1&acr_values=eidas1, invalid_request",
            "claims=%7B%7D&claims=%7B%7D, invalid_request",
            "anything=a&anything=b, invalid_request",
            "ui_locales=%FF%FE, invalid_request",
            "prompt=none%20login, invalid_request",
            "prompt=create, invalid_request",
            "max_age=-1, invalid_request",
        })
        void sentTwiceOrNotTextOrWithoutMeaning(String parameters, String error, KeycloakServer server) {
            requireError(ask(server, Map.of(), "&" + parameters), error);
        }

        /** Keycloak itself refuses these before it looks at the redirect address: a page, and nothing begins. */
        @ParameterizedTest(name = "{0}")
        @ValueSource(strings = {"login_hint=a%00b", "max_age=soon", "client_id=town-hall"})
        void whatKeycloakDoesNotReadHasAPageOfItsOwn(String parameter, KeycloakServer server) {
            Page page = ask(server, Map.of(), "&" + parameter);

            assertThat(page.redirect()).isEmpty();
            assertThat(page.status()).isEqualTo(400);
            assertThat(page.body()).doesNotContain("id=\"address\"");
        }

        @ParameterizedTest(name = "{0}")
        @ValueSource(strings = {"profile", "openid unknown-scope", "openid \"quoted\"", "openid \u00e9t\u00e9"})
        void scopesThatAreNotAllowed(String scope, KeycloakServer server) {
            requireError(ask(server, Map.of("scope", scope), ""), "invalid_scope");
        }

        @Test
        void tenThousandScopes(KeycloakServer server) {
            requireError(post(server, Map.of("scope", "openid" + " a".repeat(10_000))), "invalid_request");
        }
    }

    /** Without a session the provider must not ask, so there is nobody (§3.1.2.6). */
    @Test
    void whoMustNotBeAskedIsNot(KeycloakServer server) {
        requireError(ask(server, Map.of("prompt", "none"), ""), "login_required");
    }

    private static void requireError(Page page, String error) {
        assertThat(page.redirect())
                .as("status %d: %s", page.status(), page.body())
                .isPresent();
        assertThat(page.redirectParameters())
                .containsEntry("error", error)
                .containsKey("state")
                .containsKey("iss")
                .doesNotContainKey("code");
        assertThat(page.headers().allValues("Set-Cookie").stream()
                        .filter(cookie -> cookie.startsWith("AUTH_SESSION_ID=") && !cookie.contains("Max-Age=0"))
                        .filter(cookie -> !error.equals("login_required")))
                .isEmpty();
    }

    private static Page ask(KeycloakServer server, Map<String, String> parameters, String more) {
        URI address = server.service("town-hall").begin(parameters).address();
        return new PlainBrowser("en").open(URI.create(address + more));
    }

    private static Page post(KeycloakServer server, Map<String, String> parameters) {
        URI endpoint = URI.create(server.service("town-hall").endpoint("auth"));
        return new PlainBrowser("en")
                .submit(endpoint, server.service("town-hall").begin(parameters).fields());
    }

    private static void putIfThere(Map<String, String> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
