package fr.tessere.standard;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.FirstUse;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.RelyingService;
import fr.tessere.server.Waiting;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.Specimens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("OpenID Connect Core §3.1.2.1, §5.5.1.1: acr × prompt and claims × max_age, in each state of a session")
class PromptAndLevelTest {
    /** prompt | acr_values: what happens to nobody, in a session of eidas1, of eidas2, of eidas2 that is too old for it. */
    private static final List<String> PROMPTS = List.of(
            "               |        : reading,        eidas1, eidas2, eidas1",
            "               | eidas1 : reading,        eidas1, eidas1, eidas1",
            "               | eidas2 : reading,        code,   eidas2, reading",
            "               | eidas3 : reading,        unmet,  unmet,  unmet",
            "none           |        : login_required, eidas1, eidas2, eidas1",
            "none           | eidas1 : login_required, eidas1, eidas1, eidas1",
            "none           | eidas2 : login_required, login_required, eidas2, login_required",
            "none           | eidas3 : login_required, login_required, login_required, login_required",
            "login          |        : reading,        reading, reading, reading",
            "login          | eidas1 : reading,        reading, reading, reading",
            "login          | eidas2 : reading,        reading, reading, reading",
            "login          | eidas3 : reading,        unmet,  unmet,  unmet",
            "consent        |        : reading,        eidas1, eidas2, eidas1",
            "consent        | eidas1 : reading,        eidas1, eidas1, eidas1",
            "consent        | eidas2 : reading,        code,   eidas2, reading",
            "consent        | eidas3 : reading,        unmet,  unmet,  unmet",
            "select_account |        : reading,        eidas1, eidas2, eidas1",
            "select_account | eidas1 : reading,        eidas1, eidas1, eidas1",
            "select_account | eidas2 : reading,        code,   eidas2, reading",
            "select_account | eidas3 : reading,        unmet,  unmet,  unmet");

    /** max_age | claims of the ID token: the same. */
    private static final List<String> AGES = List.of(
            "     | essential eidas1        : reading, eidas1,  eidas1,  eidas1",
            "     | essential eidas2        : reading, code,    eidas2,  reading",
            "     | essential eidas1 eidas2 : reading, eidas1,  eidas2,  eidas1",
            "     | essential eidas3        : reading, unmet,   unmet,   unmet",
            "     | essential urn:x         : unmet,   unmet,   unmet,   unmet",
            "     | voluntary eidas2        : reading, code,    eidas2,  reading",
            "0    |                         : reading, reading, reading, reading",
            "0    | essential eidas1        : reading, reading, reading, reading",
            "0    | essential eidas2        : reading, reading, reading, reading",
            "0    | essential eidas1 eidas2 : reading, reading, reading, reading",
            "0    | essential eidas3        : reading, unmet,   unmet,   unmet",
            "0    | essential urn:x         : unmet,   unmet,   unmet,   unmet",
            "0    | voluntary eidas2        : reading, reading, reading, reading",
            "3600 |                         : reading, eidas1,  eidas2,  eidas1",
            "3600 | essential eidas1        : reading, eidas1,  eidas1,  eidas1",
            "3600 | essential eidas2        : reading, code,    eidas2,  reading",
            "3600 | essential eidas1 eidas2 : reading, eidas1,  eidas2,  eidas1",
            "3600 | essential eidas3        : reading, unmet,   unmet,   unmet",
            "3600 | essential urn:x         : unmet,   unmet,   unmet,   unmet",
            "3600 | voluntary eidas2        : reading, code,    eidas2,  reading");

    private static final Map<String, String> SHORT = Map.of("unmet_authentication_requirements", "unmet");

    @Test
    void eachCellHolds(KeycloakServer server) throws ReadingException {
        PlainBrowser weak = inSession(server, "eidas1");
        PlainBrowser strong = inSession(server, "eidas2");
        List<String> faults = new ArrayList<>();

        faults.addAll(faults(server, 0, new PlainBrowser("en")));
        faults.addAll(faults(server, 1, weak));
        faults.addAll(faults(server, 2, strong));
        int held = server.admin().holdLevel("tessere", "eidas2", 1);
        try {
            Waiting.until(
                    "eidas2 is too old",
                    Duration.ofMinutes(1),
                    () -> outcome(server, strong, Map.of("prompt", "none", "acr_values", "eidas2"))
                            .equals("login_required"));
            faults.addAll(faults(server, 3, strong));
        } finally {
            server.admin().holdLevel("tessere", "eidas2", held);
        }

        assertThat(faults).isEmpty();
    }

    @Test
    @DisplayName("prompt=consent at a service that must ask shows the page, and never without a session")
    void consentIsAskedWhereItIsNeeded(KeycloakServer server) throws ReadingException {
        PlainBrowser browser = inSession(server, "eidas1");
        RelyingService library = server.service("library");

        Page asked = browser.open(library.begin(Map.of("prompt", "consent", "scope", "openid identity"))
                .address());
        Page nobody = new PlainBrowser("en")
                .open(library.begin(Map.of("prompt", "consent")).address());

        assertThat(FirstUse.shows(asked, "consent")).as(asked.body()).isTrue();
        assertThat(nobody.body()).contains("id=\"address\"");
    }

    private static List<String> faults(KeycloakServer server, int column, PlainBrowser browser) {
        List<String> faults = new ArrayList<>();
        for (String row : PROMPTS) {
            String[] cells = cells(row);
            check(faults, row, column, outcome(server, browser, request("prompt", cells[0], "acr_values", cells[1])));
        }
        for (String row : AGES) {
            String[] cells = cells(row);
            check(
                    faults,
                    row,
                    column,
                    outcome(server, browser, request("max_age", cells[0], "claims", claims(cells[1]))));
        }
        return faults;
    }

    private static void check(List<String> faults, String row, int column, String found) {
        if (!row.split(" : ")[1].split(",")[column].strip().equals(found)) {
            faults.add(row + " but " + found + " in column " + column);
        }
    }

    private static String[] cells(String row) {
        String[] cells = row.split(" : ")[0].split("\\|");
        return new String[] {cells[0].strip(), cells[1].strip()};
    }

    private static Map<String, String> request(String one, String value, String other, String second) {
        Map<String, String> request = new HashMap<>(Map.of(one, value, other, second));
        request.values().removeIf(String::isEmpty);
        return request;
    }

    /** The parameter that asks for these levels: {@code essential eidas1 eidas2}; empty for none. */
    private static String claims(String asked) {
        if (asked.isEmpty()) {
            return "";
        }
        List<String> words = List.of(asked.split(" "));
        return "{\"id_token\":{\"acr\":{\"essential\":" + words.get(0).equals("essential") + ",\"values\":[\""
                + String.join("\",\"", words.subList(1, words.size())) + "\"]}}}";
    }

    /** The level in the ID token, the error that comes back, or the page on which the person is asked. */
    private static String outcome(KeycloakServer server, PlainBrowser browser, Map<String, String> request) {
        RelyingService.Attempt attempt = server.service("town-hall").begin(request);
        Page page = browser.open(attempt.address());
        if (page.body().contains("id=\"refusal\">level-not-reached<")
                || page.body().contains("id=\"refusal\">holder-not-compared<")) {
            // says so to the person, who goes back to the service by its button
            page = FirstUse.submit(browser, page, Map.of("step", "leave"));
        }
        String error = page.redirectParameters().get("error");
        if (error != null) {
            return SHORT.getOrDefault(error, error);
        }
        if (page.redirectParameters().containsKey("code")) {
            return attempt.tokens(page).claims().path("acr").asText();
        }
        if (FirstUse.shows(page, "type-code")) {
            return "code";
        }
        return page.body().contains("id=\"address\"") ? "reading" : "page " + page.status();
    }

    private static PlainBrowser inSession(KeycloakServer server, String level) throws ReadingException {
        PlainBrowser browser = new PlainBrowser("fr");
        // the first use of a document chooses a code, which shows a second factor whatever was asked for
        for (PlainBrowser one : List.of(new PlainBrowser("fr"), browser)) {
            Citizens.visit(
                            one,
                            server,
                            "town-hall",
                            Map.of("acr_values", level),
                            Specimens.load("identity-card-cam-and-ca"))
                    .tokens();
        }
        return browser;
    }
}
