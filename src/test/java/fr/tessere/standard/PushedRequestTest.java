package fr.tessere.standard;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.server.KeycloakServer;
import fr.tessere.server.ProfiledService;
import fr.tessere.server.ProfiledService.Reply;
import fr.tessere.server.WithKeycloak;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("RFC 9126 §2.3: a pushed request that is wrong, hostile or huge is refused when it is pushed")
class PushedRequestTest {
    /** Stands in every hostile value: no answer and no line of the log may repeat it. */
    private static final String MARK = "zzhostilezz";

    @SuppressWarnings("NullAway.Init")
    private ProfiledService service;

    @SuppressWarnings("NullAway.Init")
    private KeycloakServer running;

    @BeforeAll
    void portal(KeycloakServer server) {
        running = server;
        service = server.others().profiled("portal");
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "acr_values | urn:zzhostilezz | unmet_authentication_requirements",
                "claims | {\"id_token\":{\"acr\":{\"essential\":true,\"value\":\"zzhostilezz\"}}} | unmet_authentication_requirements",
                "claims | zzhostilezz | invalid_request",
                "claims | [\"zzhostilezz\"] | invalid_request",
                "claims | {\"zzhostilezz\":1,\"zzhostilezz\":2} | invalid_request",
                "claims | {\"userinfo\":{\"verified_claims\":{\"claims\":{\"zzhostilezz\":null}}}} | invalid_request",
                "prompt | none login | invalid_request",
                "prompt | create | invalid_request",
                "max_age | -1 | invalid_request",
                "scope | profile | invalid_scope",
                "scope | openid \"zzhostilezz\" | invalid_scope",
            })
    void withoutMeaning(String name, String value, String error) {
        requireError(service.push(service.request(Map.of(name, value))), error);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "&state=zzhostilezz",
                "&acr_values=eidas1",
                "&claims=%7B%7D&claims=%7B%7D",
                "&client_id=zzhostilezz",
                "&anything=a&anything=zzhostilezz",
                "&ui_locales=%FF%FE",
                "&ui_locales=fr%E9",
                "&ui_locales=fr%00zzhostilezz",
                "&na%FFme=zzhostilezz",
            })
    void sentTwiceOrNotTextInUtf8(String more) {
        requireError(service.push(service.request(Map.of()), more), "invalid_request");
    }

    @Test
    void hugeAndDeep() {
        String deep = "{\"a\":".repeat(1000) + "1" + "}".repeat(1000);
        String lists = "{\"userinfo\":{\"email\":{\"value\":" + "[".repeat(1000) + "]".repeat(1000) + "}}}";

        requireError(service.push(service.request(Map.of("claims", deep))), "invalid_request");
        requireError(service.push(service.request(Map.of("claims", lists))), "invalid_request");
        requireError(service.push(service.request(Map.of("claims", MARK.repeat(10_000)))), "invalid_request");
        requireError(service.push(service.request(Map.of("login_hint", MARK.repeat(500)))), "invalid_request");
        requireError(service.push(service.request(Map.of("scope", "openid" + " a".repeat(10_000)))), "invalid_request");
        requireError(service.push(service.request(Map.of("scope", "openid" + " a".repeat(400)))), "invalid_scope");
        requireError(service.push(service.request(Map.of()), manyParameters()), "invalid_request");
    }

    @Test
    void aClaimsParameterOfAMegabyteIsNotEvenRead() {
        Reply reply = service.push(service.request(Map.of("claims", MARK.repeat(100_000))));

        assertThat(reply.status()).isBetween(400, 499);
        assertThat(reply.text()).doesNotContain("request_uri", MARK);
    }

    @Test
    void whatIsRightIsTaken() {
        String claims = "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"eidas1\",\"eidas2\"]}}}";

        assertThat(service.push(service.request(Map.of("claims", claims, "prompt", "login", "max_age", "600")))
                        .status())
                .isEqualTo(201);
    }

    private void requireError(Reply reply, String error) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.error()).as(reply.text()).isEqualTo(error);
        assertThat(reply.json().propertyStream().map(Map.Entry::getKey)).isSubsetOf("error", "error_description");
        assertThat(reply.text()).doesNotContain(MARK);
        assertThat(running.log()).doesNotContain(MARK);
    }

    private static String manyParameters() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            all.append("&p").append(i).append("=").append(MARK);
        }
        return all.toString();
    }
}
