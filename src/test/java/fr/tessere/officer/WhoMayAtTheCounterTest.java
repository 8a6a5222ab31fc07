package fr.tessere.officer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.CounterAgent;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.NewDocument;
import fr.tessere.server.StaffBrowser;
import fr.tessere.server.WithKeycloak;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The counter's part of the table in {@link WhoMayTest}: a role of one house opens nothing in the other. */
@ExtendWith(WithKeycloak.class)
@DisplayName("Agents' pages and officers' pages: a table of roles, pages and forms, called directly")
class WhoMayAtTheCounterTest {
    private static final String IN = "name=\"token\"";

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
        for (String page : new String[] {"", "cases/x"}) {
            assertThat(person.open(page).body().contains(IN)).as(page).isEqualTo(counter);
        }
        String own = person.open("").find(IN + " value=\"([^\"]+)\"").orElse("");
        for (String form : new String[] {"code", "cases/x/confirm", "cases/x/refuse"}) {
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

    private static void officersPages(StaffBrowser staff, String own, boolean office, boolean acts) {
        for (String page : new String[] {"overview", "switches", "documents", "entries"}) {
            assertThat(staff.open(page).status() == 200
                            && !staff.open(page).body().contains("id=\"reader\""))
                    .as(page)
                    .isEqualTo(office);
        }
        String theirs = staff.open("documents").find(IN + " value=\"([^\"]+)\"").orElse(own);
        Map<String, String> lift = Map.of("kind", "country", "value", "ZZZ", "token", theirs);
        assertThat(staff.sendBare("switches/lift", lift).status() != 403)
                .as("switches/lift")
                .isEqualTo(acts);
    }
}
