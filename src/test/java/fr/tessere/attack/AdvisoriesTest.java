package fr.tessere.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.NewDocument;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Played;
import fr.tessere.server.ProfiledService;
import fr.tessere.server.RelyingService;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Keycloak's advisories that the delivered version has no mend for, or that a realm opens again, each asked of the running
 * server; what {@link HardeningTest} leaves.
 */
@ExtendWith(WithKeycloak.class)
@DisplayName("What Keycloak's advisories ask for holds in every realm and for every client")
class AdvisoriesTest {
    @Test
    @DisplayName("CVE-2026-18963 (passwords reset): no realm of the server has the door")
    void nobodyResetsAPasswordAnywhere(KeycloakServer server) {
        List<String> open = new ArrayList<>();
        for (JsonNode realm : server.admin().get("")) {
            String name = realm.path("realm").asText();
            if (server.admin().get(name).path("resetPasswordAllowed").asBoolean(true)) {
                open.add(name);
            }
        }

        assertThat(open).isEmpty();
    }

    @Test
    @DisplayName(
            "CVE-2026-18209 (fragments behind wildcards): no client of ours has a wildcard, or takes another address")
    void everyClientHasExactAddresses(KeycloakServer server) {
        List<String> loose = new ArrayList<>();
        for (JsonNode client : server.admin().get("tessere/clients")) {
            boolean keycloaks = client.path("rootUrl").asText().startsWith("${authAdminUrl}")
                    || client.path("clientId").asText().matches("account(-console)?|security-admin-console");
            for (JsonNode address : client.path("redirectUris")) {
                if (!keycloaks && address.asText().contains("*")) {
                    loose.add(client.path("clientId").asText() + " " + address.asText());
                }
            }
        }

        assertThat(loose).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"security-admin-console", "admin-cli", "broker", "realm-management"})
    @DisplayName("nobody signs in to a service that Keycloak brings along")
    void keycloaksOwnClientsServeNobody(String client, KeycloakServer server) {
        Page page = new PlainBrowser("en").open(keycloaks(client, server));

        assertThat(page.body()).doesNotContain("/tessere/readings/", "<input type=\"password\"");
        assertThat(page.redirectParameters()).doesNotContainKey("code");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"account", "account-console"})
    @DisplayName("CVE-2026-3429 (credentials deleted): a token of Keycloak's account pages opens nothing")
    void keycloaksAccountInterfaceKnowsNobody(String client, KeycloakServer server) throws Exception {
        PlainBrowser browser = new PlainBrowser("en");
        Visitor visitor = Visitor.sentTo(browser, keycloaks(client, server));
        String back = Played.honestly(visitor.readingHere(), NewDocument.like("french-identity-card"))
                .last()
                .json()
                .path("returnAddress")
                .asText();
        String query = String.valueOf(visitor.returnTo(back).page().address().getRawQuery());
        String code = query.replaceAll("(?s)^.*?\\bcode=([^&]*).*$", "$1");
        Page tokens = browser.submit(
                URI.create(server.issuer() + "/protocol/openid-connect/token"),
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        client,
                        "code",
                        code,
                        "redirect_uri",
                        server.issuer() + "/account/",
                        "code_verifier",
                        ProfiledService.VERIFIER));
        String access = tokens.find("\"access_token\":\"([^\"]+)\"").orElse("none");

        for (String path : List.of("", "credentials", "sessions", "applications", "linked-accounts")) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.issuer() + "/account/" + path))
                    .header("Authorization", "Bearer " + access)
                    .header("Accept", "application/json")
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.ofString())
                            .statusCode())
                    .as(path)
                    .isIn(401, 403, 404);
        }
    }

    private static URI keycloaks(String client, KeycloakServer server) {
        return URI.create(server.issuer() + "/protocol/openid-connect/auth?client_id=" + client
                + "&response_type=code&scope=openid&redirect_uri=" + server.issuer() + "/account/"
                + "&code_challenge_method=S256&code_challenge="
                + server.others().standard().request(Map.of()).get("code_challenge"));
    }

    @Test
    @DisplayName("CVE-2026-14613, -14614, -17526 (administration): nobody of the realm acts as somebody else")
    void nobodyHoldsARightToImpersonate(KeycloakServer server) {
        String management = server.admin()
                .get("tessere/clients?clientId=realm-management")
                .get(0)
                .path("id")
                .asText();
        for (JsonNode role : server.admin().get("tessere/clients/" + management + "/roles")) {
            assertThat(server.admin()
                            .get("tessere/clients/" + management + "/roles/"
                                    + role.path("name").asText() + "/users"))
                    .as(role.path("name").asText())
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "oidc/register, POST",
        "clients-registrations/default, GET",
        "clients-registrations/openid-connect/town-hall, GET",
        "clients-registrations/install/town-hall, GET",
        "clients-registrations/saml2-entity-descriptor, GET",
    })
    @DisplayName("CVE-2026-15572, -4629 (registration): no way to register or to read a registration")
    void registrationIsClosed(String path, String method, KeycloakServer server) {
        URI address = URI.create(server.issuer() + "/" + path);
        Page page = method.equals("GET")
                ? new PlainBrowser("en").open(address)
                : new PlainBrowser("en").submit(address, Map.of("redirect_uris", "https://example.org/"));

        assertThat(page.status()).isBetween(400, 499);
        assertThat(page.body()).doesNotContain("client_id\"", "redirectUris");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"xx", "fr_FR_x", "..%2F..", "en%00", "zzzzzzzzzz"})
    @DisplayName("CVE-2026-79651 (locales): a word that is no language of ours shows a page in one of ours")
    void anUnknownLanguageIsNone(String language, KeycloakServer server) {
        RelyingService service = server.service("town-hall");
        Page page = new PlainBrowser("zz")
                .open(URI.create(
                        service.begin("eidas1").address() + "&ui_locales=" + language + "&kc_locale=" + language));

        assertThat(page.body())
                .containsAnyOf("<html lang=\"fr\"", "<html lang=\"en\"")
                .doesNotContain("??");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/admin;x/realms",
                "/realms/tessere;a=b/protocol/saml",
                "/realms/tessere%3Bx/broker/saml/endpoint"
            })
    @DisplayName("CVE-2026-74909 (semicolons): no other spelling of a path opens a closed door")
    void semicolonsOpenNothing(String path, KeycloakServer server) {
        Page page = new PlainBrowser("en").open(URI.create(server.address() + path));

        assertThat(page.status()).isBetween(400, 499);
        assertThat(page.body()).doesNotContain("EntityDescriptor", "\"realm\"");
    }

    @Test
    @DisplayName("CVE-2026-9793 (encrypted requests): what a service may encrypt is fixed, and it is nothing")
    void requestObjectsHaveOneAlgorithm(KeycloakServer server) {
        JsonNode service =
                server.admin().get("tessere/clients?clientId=town-hall").get(0);

        assertThat(service.at("/attributes/request.object.signature.alg").asText())
                .isEqualTo("ES256");
        assertThat(service.at("/attributes/request.object.encryption.alg").asText())
                .isEqualTo("none");
    }
}
