package fr.tessere.officer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.CitizenAtCounter;
import fr.tessere.server.CounterAgent;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.NewDocument;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.StaffBrowser;
import fr.tessere.server.WithKeycloak;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The counter's part of the table in {@link WhoMayTest}: a role of one house opens nothing in the other. {@code none} signed in
 * for the counter, the clerk of the staff for the officers' pages, a stranger nowhere.
 */
@ExtendWith(WithKeycloak.class)
@DisplayName("Agents' pages and officers' pages: a table of roles, pages and forms, called directly")
class WhoMayAtTheCounterTest {
    private static final String IN = "name=\"token\"";
    private static final List<String> PAGES = List.of("", "late", "cases/x");
    private static final List<String> FORMS = List.of("code", "cases/x/confirm", "cases/x/refuse");

    @Test
    void everyAddressStandsInTheTable() {
        Addresses all = Addresses.of("fr.tessere.counter.agent.AgentResource");

        assertThat(all.methods()).containsExactly("GET", "POST");
        assertThat(all.answering("GET")).isEqualTo(templates(PAGES, "signed-in"));
        assertThat(all.answering("POST")).isEqualTo(templates(FORMS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "PUT", "PATCH"})
    void nothingIsTakenAwayOrPutInItsPlace(String method, KeycloakServer server) throws ReadingException {
        CounterAgent agent = CounterAgent.appoint(server, NewDocument.like("residence-permit"));
        for (List<String> addresses : List.of(PAGES, FORMS)) {
            for (String address : addresses) {
                assertThat(agent.ask(method, address).status()).as(address).isEqualTo(405);
            }
        }
    }

    @ParameterizedTest(name = "{0}: counter {1}, forms {2}, officers'' pages {3}, officers'' forms {4}")
    @CsvSource({
        "none,    false, false, false, false",
        "agent,   true,  true,  false, false",
        "security-officer, false, false, true,  true",
        "auditor, false, false, true,  false"
    })
    void aRoleOpensItsOwnPagesAndNoOther(
            String role, boolean counter, boolean takes, boolean office, boolean acts, KeycloakServer server)
            throws ReadingException {
        CounterAgent person = role.equals("none")
                ? CounterAgent.visitor(server, NewDocument.like("residence-permit"))
                : CounterAgent.appoint(server, NewDocument.like("residence-permit"), role);
        for (String page : PAGES) {
            assertThat(person.open(page).body().contains(IN)).as(page).isEqualTo(counter);
        }
        String own = person.open("").find(IN + " value=\"([^\"]+)\"").orElse("");
        for (String form : FORMS) {
            assertThat(person.sendBare(form, Map.of("code", "BCDFGHJK")).status())
                    .as(form + " without the token")
                    .isEqualTo(403);
            assertThat(person.sendBare(form, Map.of("code", "BCDFGHJK", "token", own))
                                    .status()
                            != 403)
                    .as(form)
                    .isEqualTo(takes);
        }
        officersPages(StaffBrowser.of(person.browser(), server), own, office, acts);
    }

    @Test
    void aStrangerIsSentToSignInAndHisFormsAreRefused(KeycloakServer server) {
        CounterAgent stranger = CounterAgent.at(server, new PlainBrowser("en"));
        for (String page : PAGES) {
            assertThat(stranger.open(page).body()).as(page).contains("id=\"reader\"");
        }
        formsAreRefused(stranger);
    }

    @Test
    void aClerkOfTheStaffSeesNothing(KeycloakServer server) {
        CounterAgent clerk = CounterAgent.at(server, server.staff("clerk").browser());
        formsAreRefused(clerk);
        for (String page : PAGES) {
            assertThat(clerk.open(page).body())
                    .as(page)
                    .contains("id=\"account\"")
                    .doesNotContain(IN);
        }
        formsAreRefused(clerk);
    }

    @Test
    void aCitizensSessionAtAServiceOpensNothing(KeycloakServer server) throws ReadingException {
        CitizenAtCounter citizen = CitizenAtCounter.with(server, NewDocument.like("french-identity-card"));
        CounterAgent visitor = CounterAgent.at(server, citizen.inSession());
        formsAreRefused(visitor);
        for (String page : PAGES) {
            assertThat(visitor.open(page).body()).as(page).doesNotContain(IN);
        }
        formsAreRefused(visitor);
    }

    @Test
    void anAgentsSignInHoldsNoLongerThanForAServiceAndALateFormDoesNothing(KeycloakServer server)
            throws ReadingException {
        CounterAgent agent = CounterAgent.appoint(server, NewDocument.like("residence-permit"));
        CitizenAtCounter citizen = CitizenAtCounter.with(server, NewDocument.like("french-identity-card"));
        PlainBrowser browser = citizen.inSession();
        String taken = CounterAgent.caseOn(agent.type(citizen.code(browser)));
        Map<String, String> form = new HashMap<>(CounterAgent.SEEN);
        form.put("token", agent.open("").find(IN + " value=\"([^\"]+)\"").orElseThrow());
        int before = server.admin().holdLevel("tessere", "eidas2", -1);
        Page late;
        try {
            for (String page : PAGES) {
                assertThat(agent.open(page).body()).as(page).contains("id=\"reader\"");
            }
            late = agent.sendBare(taken + "/confirm", form);
            assertThat(late.body()).contains("id=\"reader\"").doesNotContain("id=\"done\"");
            formsAreRefused(agent);
        } finally {
            server.admin().holdLevel("tessere", "eidas2", before);
        }
        assertThat(citizen.identity(browser).body()).doesNotContain("Compared at a counter on");
        Page back = agent.signInAgain(late);
        assertThat(back.address().getPath()).endsWith("/tessere-counter/late");
        assertThat(back.body()).contains("Nothing of it was done");
        assertThat(agent.open("?done=late").status()).isEqualTo(200);
    }

    private static Set<String> templates(List<String> addresses, String... more) {
        Set<String> all = new TreeSet<>(List.of(more));
        addresses.forEach(address -> all.add(address.replace("/x", "/{}")));
        return all;
    }

    private static void formsAreRefused(CounterAgent person) {
        for (String form : FORMS) {
            assertThat(person.sendBare(form, Map.of("code", "BCDFGHJK", "token", "00"))
                            .status())
                    .as(form)
                    .isEqualTo(403);
        }
    }

    private static void officersPages(StaffBrowser staff, String own, boolean office, boolean acts) {
        for (String page : OfficersTable.PAGES) {
            Page shown = staff.open(page);
            assertThat(shown.address().getPath().contains("/tessere/officer")
                            && shown.status() == OfficersTable.found(page))
                    .as(page)
                    .isEqualTo(office);
        }
        String theirs = staff.open("documents").find(IN + " value=\"([^\"]+)\"").orElse(own);
        Map<String, String> form = new HashMap<>(OfficersTable.WITHOUT_REASON);
        form.put("token", theirs);
        for (String name : OfficersTable.FORMS) {
            Page answer = name.equals("import")
                    ? staff.browser().upload(URI.create(staff.pages() + "/import"), form, "file", new byte[] {1})
                    : staff.sendBare(name, form);
            assertThat(answer.status() != 403).as(name).isEqualTo(OfficersTable.LOOKING.contains(name) ? office : acts);
        }
    }
}
