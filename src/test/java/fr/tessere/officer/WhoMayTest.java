package fr.tessere.officer;

import static fr.tessere.officer.OfficersTable.ACTING;
import static fr.tessere.officer.OfficersTable.FIELDS;
import static fr.tessere.officer.OfficersTable.FORMS;
import static fr.tessere.officer.OfficersTable.LOOKING;
import static fr.tessere.officer.OfficersTable.PAGES;
import static fr.tessere.officer.OfficersTable.WITHOUT_REASON;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Played;
import fr.tessere.server.StaffBrowser;
import fr.tessere.server.Visitor;
import fr.tessere.server.Waiting;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.Specimens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("Officers' pages: a table of roles, pages and methods")
class WhoMayTest {
    private static final String RESOURCE = "fr.tessere.keycloak.officer.OfficerResource";
    /** Ends a sign-in: it is nobody's yet. */
    private static final String SIGNED_IN = "signed-in";

    @Test
    void everyAddressStandsInTheTable() {
        Addresses all = Addresses.of(RESOURCE);
        Set<String> pages = new TreeSet<>(Set.of(SIGNED_IN));
        PAGES.forEach(page -> pages.add(OfficersTable.address(page)));

        assertThat(all.methods()).containsExactly("GET", "POST");
        assertThat(all.answering("GET")).isEqualTo(pages);
        assertThat(all.answering("POST")).isEqualTo(new TreeSet<>(FORMS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "PUT", "PATCH"})
    void nothingIsTakenAwayOrPutInItsPlace(String method, KeycloakServer server) {
        StaffBrowser officer = server.staff("officer");
        Map<String, Integer> answers = new HashMap<>();
        Stream.concat(PAGES.stream(), FORMS.stream())
                .forEach(address ->
                        answers.put(address, officer.ask(method, address).status()));

        assertThat(answers)
                .allSatisfy((address, status) -> assertThat(status).as(address).isEqualTo(405));
    }

    @Test
    void anOfficerSeesAndActs(KeycloakServer server) {
        StaffBrowser officer = server.staff("officer");
        assertThat(statuses(officer)).isEqualTo(letIn());
        assertThat(officer.send("documents/search", FIELDS).status()).isEqualTo(200);
        assertThat(officer.send("switches/lift", FIELDS).status()).as("not set").isEqualTo(409);
        formsAreRead(officer, FORMS);
    }

    @Test
    void anAuditorSeesAndDoesNotAct(KeycloakServer server) {
        StaffBrowser auditor = server.staff("auditor");
        assertThat(statuses(auditor)).isEqualTo(letIn());
        assertThat(auditor.send("documents/search", FIELDS).status()).isEqualTo(200);
        formsAreRead(auditor, LOOKING);
        for (String form : ACTING) {
            assertThat(auditor.send(form, FIELDS).status()).as(form).isEqualTo(403);
        }
        for (String page : List.of("alerts", "proposals", "trust", "switches", "documents", "import")) {
            assertThat(auditor.open(page).body())
                    .as(page)
                    .doesNotContain(
                            "alerts/acknowledge",
                            "alerts/rule",
                            "proposals/confirm",
                            "proposals/reject",
                            "trust/confirm",
                            "trust/withdraw",
                            "switches/set",
                            "documents/report",
                            "documents/lift",
                            "type=\"file\"");
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
            assertThat(stranger.open(page).body()).as(page).contains("id=\"reader\"");
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
            Page shown = citizen.open(page);
            assertThat(shown.address().getPath()).as(page).doesNotContain("/tessere/officer");
            assertThat(shown.body()).as(page).doesNotContain("name=\"token\"");
        }
        formsAreRefused(citizen);
    }

    @Test
    void anOfficerWithTheDocumentAloneIsAskedForTheCode(KeycloakServer server) {
        StaffBrowser officer = server.staff().signInBelow(server.issuer(), "officer");
        for (String page : PAGES) {
            assertThat(officer.open(page).body())
                    .as(page)
                    .contains("id=\"type-code\"")
                    .doesNotContain("name=\"token\"");
        }
        formsAreRefused(officer);
    }

    @Test
    void anOfficersSignInHoldsNoLongerThanForAService(KeycloakServer server) {
        StaffBrowser officer = server.staff().signIn(server.issuer(), "officer");
        Map<String, String> form = new HashMap<>(Map.of("token", officer.token()));
        assertThat(statuses(officer)).doesNotContainValue(403);
        int before = server.admin().holdLevel("tessere", "eidas2", 1);
        try {
            Waiting.until(
                    "it is a second old",
                    Duration.ofSeconds(20),
                    () -> officer.open("switches").body().contains("id=\"reader\""));
            for (String page : PAGES) {
                assertThat(officer.open(page).body()).as(page).contains("id=\"reader\"");
            }
            for (String name : FORMS) {
                Page late = officer.sendBare(name, form);
                assertThat(late.status()).as(name).isEqualTo(200);
                assertThat(late.body()).as(name).contains("id=\"reader\"");
            }
            form.put("token", "00");
            for (String name : FORMS) {
                assertThat(officer.sendBare(name, form).status())
                        .as(name + " from elsewhere")
                        .isEqualTo(403);
            }
        } finally {
            server.admin().holdLevel("tessere", "eidas2", before);
        }
        assertThat(officer.open("switches").status()).as("the rule as it was").isEqualTo(200);
    }

    @ParameterizedTest(name = "{0} leads back to {1}")
    @CsvSource({"switches/set, switches", "entries/export, entries", "trust/confirm, trust", "import, import"})
    void aFormThatComesLateDoesNothingAndLeadsBackToItsPage(String form, String page, KeycloakServer server) {
        StaffBrowser officer = server.staff().signIn(server.issuer(), "officer");
        Map<String, String> fields = new HashMap<>(FIELDS);
        fields.put("value", "ZZL");
        fields.put("token", officer.token());
        int before = server.admin().holdLevel("tessere", "eidas2", 1);
        Page late;
        try {
            Waiting.until(
                    "it is a second old",
                    Duration.ofSeconds(20),
                    () -> officer.open("switches").body().contains("id=\"reader\""));
            late = officer.sendBare(form, fields);
        } finally {
            server.admin().holdLevel("tessere", "eidas2", before);
        }
        Page back = server.staff().goOn("officer", officer, late);
        assertThat(back.address().getPath()).endsWith("/officer/" + page);
        assertThat(back.body()).contains("Nothing of it was done");
        assertThat(officer.open(page).body()).doesNotContain("Nothing of it was done");
        assertThat(officer.open("proposals").body()).doesNotContain("zzl");
        assertThat(officer.open(page + "?late=yes&kc_locale=fr").status()).isEqualTo(200);
        assertThat(officer.open(page + "?late=yes").body()).contains("Votre connexion avait pris fin");
    }

    @Test
    void whoHasNoRoleReadsTheNumberOfTheAccount(KeycloakServer server) {
        Page page = server.staff("clerk").open("");
        String account = page.find("id=\"account\">([^<]+)<").orElseThrow();
        assertThat(server.admin().get("tessere/users?exact=true&username=" + account))
                .hasSize(1);
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
        forged.put("token", server.staff().signIn(server.issuer(), "officer").token());
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
            if (shown.headers().firstValue("Content-Disposition").orElse("").startsWith("attachment")) {
                assertThat(page).as("a file and no page").isEqualTo("log/export");
                continue;
            }
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

    /** Whoever is let in is told what is wrong with the form. */
    static void formsAreRead(StaffBrowser staff, List<String> forms) {
        for (String form : forms) {
            Page answer = form.equals("import")
                    ? staff.upload(form, WITHOUT_REASON, new byte[] {1})
                    : staff.send(form, WITHOUT_REASON);
            assertThat(answer.status()).as(form).isIn(200, 400, 409);
        }
    }

    private static Map<String, Integer> letIn() {
        return PAGES.stream().collect(toMap(page -> page, OfficersTable::found));
    }

    private static Map<String, Integer> statuses(StaffBrowser staff) {
        Map<String, Integer> statuses = new HashMap<>();
        PAGES.forEach(page -> statuses.put(page, staff.open(page).status()));
        return statuses;
    }
}
