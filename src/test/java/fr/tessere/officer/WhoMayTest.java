package fr.tessere.officer;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Played;
import fr.tessere.server.StaffBrowser;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.Specimens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("Officers' pages: a table of roles, pages and methods")
class WhoMayTest {
    private static final List<String> PAGES = List.of("", "switches", "documents", "import", "trust", "entries", "log");
    private static final List<String> FORMS = List.of(
            "switches/set",
            "switches/lift",
            "documents/search",
            "documents/report",
            "documents/lift",
            "import",
            "entries/document");
    /** A form that would do something if it were let in. */
    private static final Map<String, String> FIELDS = Map.of(
            "kind",
            "country",
            "value",
            "ZZZ",
            "reason",
            "nobody may see this",
            "state",
            "ZZZ",
            "type",
            "ID",
            "number",
            "NOBODY1",
            "status",
            "blocked");

    @Test
    void anOfficerSeesAndActs(KeycloakServer server) {
        StaffBrowser officer = server.staff("officer");
        assertThat(statuses(officer)).isEqualTo(PAGES.stream().collect(toMap(page -> page, page -> 200)));
        assertThat(officer.send("documents/search", FIELDS).status()).isEqualTo(200);
        assertThat(officer.send("switches/lift", FIELDS).status()).as("not set").isEqualTo(409);
    }

    @Test
    void anAuditorSeesAndDoesNotAct(KeycloakServer server) {
        StaffBrowser auditor = server.staff("auditor");
        assertThat(statuses(auditor)).isEqualTo(PAGES.stream().collect(toMap(page -> page, page -> 200)));
        assertThat(auditor.send("documents/search", FIELDS).status()).isEqualTo(200);
        for (String form : FORMS) {
            if (!form.equals("documents/search")) {
                assertThat(auditor.send(form, FIELDS).status()).as(form).isEqualTo(403);
            }
        }
        for (String page : List.of("switches", "documents", "import")) {
            assertThat(auditor.open(page).body())
                    .as(page)
                    .doesNotContain("switches/set", "documents/report", "documents/lift", "type=\"file\"");
        }
    }

    @Test
    void staffWithoutARoleSeesNothing(KeycloakServer server) {
        StaffBrowser clerk = server.staff("clerk");
        assertThat(statuses(clerk)).isEqualTo(PAGES.stream().collect(toMap(page -> page, page -> 403)));
        formsAreRefused(clerk);
    }

    @Test
    void aStrangerIsSentToSignInAndHisFormsAreRefused(KeycloakServer server) {
        StaffBrowser stranger = StaffBrowser.of(new PlainBrowser("en"), server);
        for (String page : PAGES) {
            assertThat(stranger.open(page).body()).as(page).contains("type=\"password\"");
        }
        formsAreRefused(stranger);
    }

    @Test
    void aCitizensSessionOpensNoOfficersPage(KeycloakServer server) throws ReadingException {
        PlainBrowser browser = new PlainBrowser("en");
        Visitor visitor = Visitor.arrive(browser, server.service("town-hall").begin("eidas1"));
        String back = Played.honestly(visitor.readingHere(), Specimens.load("french-identity-card"))
                .last()
                .json()
                .path("returnAddress")
                .asText();
        assertThat(visitor.returnTo(back).page().redirectParameters()).containsKey("code");

        StaffBrowser citizen = StaffBrowser.of(browser, server);
        for (String page : PAGES) {
            assertThat(citizen.open(page).body()).as(page).doesNotContain("name=\"token\"");
        }
        formsAreRefused(citizen);
    }

    @Test
    void anOfficersPasswordIsNobodysIdentityAtAService(KeycloakServer server) {
        StaffBrowser officer = server.staff("officer");

        Page silent = officer.visit(
                server.service("town-hall").begin(Map.of("prompt", "none")).address());
        assertThat(silent.redirectParameters()).doesNotContainKey("code").containsKey("error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "no-token"})
    void aFormFromElsewhereIsRefused(String token, KeycloakServer server) {
        StaffBrowser officer = server.staff("officer");
        Map<String, String> forged = new HashMap<>(FIELDS);
        if (!token.equals("no-token")) {
            forged.put("token", token);
        }
        for (String form : FORMS) {
            assertThat(officer.sendBare(form, forged).status()).as(form).isEqualTo(403);
        }
        forged.put("token", server.staff("officer").token());
        assertThat(officer.sendBare("switches/set", forged).status())
                .as("another session's token")
                .isEqualTo(403);
    }

    @Test
    void nothingIsKeptNothingIsLoadedFromElsewhereAndNoScriptRuns(KeycloakServer server) {
        StaffBrowser officer = server.staff("officer");
        for (String page : PAGES) {
            Page shown = officer.open(page);
            assertThat(shown.headers().firstValue("Cache-Control")).as(page).contains("no-store");
            assertThat(shown.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(page)
                    .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe");
            assertThat(shown.body()).as(page).doesNotContain("<script", " style=", "onclick");
        }
    }

    @Test
    void pagesSpeakFrenchToo(KeycloakServer server) {
        assertThat(server.staff("officer").open("switches?kc_locale=fr").body())
                .contains("Coupures")
                .contains("Aller au contenu");
    }

    private static void formsAreRefused(StaffBrowser staff) {
        List<String> letIn = new ArrayList<>();
        for (String form : FORMS) {
            if (staff.sendBare(form, FIELDS).status() != 403) {
                letIn.add(form);
            }
        }
        assertThat(letIn).isEmpty();
    }

    private static Map<String, Integer> statuses(StaffBrowser staff) {
        Map<String, Integer> statuses = new HashMap<>();
        PAGES.forEach(page -> statuses.put(page, staff.open(page).status()));
        return statuses;
    }
}
