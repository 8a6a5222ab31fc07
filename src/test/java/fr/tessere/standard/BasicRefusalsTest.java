package fr.tessere.standard;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.WithKeycloak;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("OpenID certification, basic profile: the modules that expect a refusal")
class BasicRefusalsTest {
    @Test
    @DisplayName("oidcc-prompt-none-not-logged-in")
    void promptNoneNotLoggedIn(KeycloakServer server) {
        assertThat(new PlainBrowser("en")
                        .open(server.service("town-hall")
                                .begin(Map.of("prompt", "none"))
                                .address())
                        .redirectParameters())
                .containsEntry("error", "login_required");
    }

    @Test
    @DisplayName("oidcc-ensure-registered-redirect-uri")
    void registeredRedirectUri(KeycloakServer server) {
        Page page = new PlainBrowser("en")
                .open(server.service("town-hall")
                        .begin(Map.of(
                                "redirect_uri", server.service("town-hall").redirect() + "/more"))
                        .address());

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.redirect()).isEmpty();
    }

    @Test
    @DisplayName("oidcc-server-client-secret-post: refused, as every profile wants a key and no secret")
    void clientSecretPost(KeycloakServer server) {
        Page page = new PlainBrowser("en")
                .submit(
                        URI.create(server.service("town-hall").endpoint("token")),
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                "x",
                                "client_id",
                                "town-hall",
                                "client_secret",
                                "x"));

        assertThat(page.status()).isBetween(400, 401);
        assertThat(page.body()).containsAnyOf("invalid_client", "unauthorized_client");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "oidcc-request-uri-unsigned-supported-correctly-or-rejected-as-unsupported, request_uri, https://town-hall.example/r",
        "oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported, request, eyJhbGciOiJub25lIn0.e30.",
        "oidcc-ensure-request-object-with-redirect-uri, request, eyJhbGciOiJub25lIn0.eyJyZWRpcmVjdF91cmkiOiJ4In0.",
    })
    void unsignedRequestsAreRejected(String module, String name, String value, KeycloakServer server) {
        Page page = new PlainBrowser("en")
                .open(server.service("town-hall")
                        .begin(Map.of(name, value, "prompt", "none"))
                        .address());

        assertThat(page.redirectParameters()).as(module).doesNotContainKey("code");
        assertThat(page.redirectParameters().getOrDefault("error", "page " + page.status()))
                .isIn(
                        "request_uri_not_supported",
                        "request_not_supported",
                        "invalid_request",
                        "invalid_request_uri",
                        "invalid_request_object",
                        "page 400");
    }
}
