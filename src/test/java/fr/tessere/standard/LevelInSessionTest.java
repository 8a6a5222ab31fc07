package fr.tessere.standard;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.FirstUse;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.RelyingService;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.Specimens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("OpenID Connect Core §3.1.2.1, §3.1.2.3, RFC 9470: prompt, max_age, acr and claims in a living session")
class LevelInSessionTest {
    private static final String ESSENTIAL = "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"%s\"]}}}";

    /** service | acr_values | essential acr | prompt | max_age: outcome in a session of eidas1, and of eidas2. */
    private static final List<String> TABLE = List.of(
            "town-hall |  |  | none |  : eidas1, eidas2",
            "town-hall | eidas1 |  | none |  : eidas1, eidas1",
            "town-hall | eidas1 eidas2 |  | none |  : eidas1, eidas2",
            "town-hall | eidas2 |  | none |  : login_required, eidas2",
            "town-hall | eidas3 |  | none |  : login_required, login_required",
            "town-hall |  | eidas1 | none |  : eidas1, eidas1",
            "town-hall |  | eidas2 | none |  : login_required, eidas2",
            "town-hall |  | eidas3 | none |  : login_required, login_required",
            "town-hall | urn:x |  | none |  : unmet_authentication_requirements, unmet_authentication_requirements",
            "town-hall | 2 |  | none |  : unmet_authentication_requirements, unmet_authentication_requirements",
            "town-hall |  | urn:x | none |  : unmet_authentication_requirements, unmet_authentication_requirements",
            "town-hall | eidas1 |  | none | 3600 : eidas1, eidas1",
            "town-hall | eidas1 |  | none | 0 : login_required, login_required",
            "town-hall | eidas1 |  | login |  : reading, reading",
            "town-hall | eidas1 |  |  | 0 : reading, reading",
            "town-hall | eidas2 |  |  |  : code, eidas2",
            "notary | eidas1 |  | none |  : login_required, eidas2",
            "notary |  | eidas1 | none |  : unmet_authentication_requirements, unmet_authentication_requirements",
            "notary |  |  |  |  : code, eidas2");

    @Test
    void aSessionOfACardAlone(KeycloakServer server) throws ReadingException {
        assertThat(faults(server, "eidas1", 0)).isEmpty();
    }

    @Test
    void aSessionOfCardAndCode(KeycloakServer server) throws ReadingException {
        assertThat(faults(server, "eidas2", 1)).isEmpty();
    }

    /** RFC 9470 §4: a resource server's wish is passed on by the service, which gets newer and stronger tokens. */
    @Test
    void stepUpAsksOnlyForWhatIsMissing(KeycloakServer server) throws ReadingException {
        PlainBrowser browser = new PlainBrowser("fr");
        long first = signIn(browser, server, "eidas1")
                .tokens()
                .claims()
                .path("auth_time")
                .asLong();

        Visitor up = Visitor.arrive(
                browser, server.service("town-hall").begin(Map.of("acr_values", "eidas2", "max_age", "600")));
        assertThat(FirstUse.shows(up.page(), "type-code")).as(up.page().body()).isTrue();
        up.send(Map.of("step", "code", "code", FirstUse.CODE));

        var claims = up.tokens().claims();
        assertThat(claims.path("acr").asText()).isEqualTo("eidas2");
        assertThat(claims.path("auth_time").asLong()).isGreaterThanOrEqualTo(first);
    }

    private static List<String> faults(KeycloakServer server, String level, int column) throws ReadingException {
        PlainBrowser browser = new PlainBrowser("fr");
        assertThat(signIn(browser, server, level).tokens().claims().path("acr").asText())
                .isEqualTo(level);
        List<String> faults = new ArrayList<>();
        for (String row : TABLE) {
            String expected = row.split(" : ")[1].split(", ")[column].strip();
            String found = outcome(browser, server, row.split(" : ")[0].split("\\|", -1));
            if (!found.equals(expected)) {
                faults.add(row + " but " + found);
            }
        }
        return faults;
    }

    private static String outcome(PlainBrowser browser, KeycloakServer server, String[] cells) {
        Map<String, String> request = new LinkedHashMap<>();
        put(request, "acr_values", cells[1].strip());
        put(request, "claims", cells[2].isBlank() ? "" : ESSENTIAL.formatted(cells[2].strip()));
        put(request, "prompt", cells[3].strip());
        put(request, "max_age", cells[4].strip());
        RelyingService.Attempt attempt = server.service(cells[0].strip()).begin(request);
        Page page = browser.open(attempt.address());
        if (page.redirectParameters().containsKey("error")) {
            return page.redirectParameters().get("error");
        }
        if (page.redirectParameters().containsKey("code")) {
            return attempt.tokens(page).claims().path("acr").asText();
        }
        if (FirstUse.shows(page, "type-code")) {
            return "code";
        }
        return page.body().contains("id=\"address\"") ? "reading" : "page " + page.status();
    }

    private static void put(Map<String, String> request, String name, String value) {
        if (!value.isEmpty()) {
            request.put(name, value);
        }
    }

    private static Visitor signIn(PlainBrowser browser, KeycloakServer server, String level) throws ReadingException {
        return Citizens.visit(
                browser, server, "town-hall", Map.of("acr_values", level), Specimens.load("identity-card-cam-and-ca"));
    }
}
