package fr.tessere.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.CitizenAtCounter;
import fr.tessere.server.CounterAgent;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.NewDocument;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.WithKeycloak;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("Every agent can use the pages of the counter, and every citizen those that lead there (WCAG 2 A and AA)")
class CounterPagesTest {
    @ParameterizedTest(name = "in {0} at {1} pixels, {2}")
    @CsvSource({"fr, 320, DARK", "en, 1280, LIGHT"})
    void noPageViolatesTheStandard(String language, int width, ColorScheme scheme, KeycloakServer server)
            throws ReadingException {
        CounterAgent agent = CounterAgent.appoint(server, NewDocument.like("residence-permit"));
        CitizenAtCounter citizen = CitizenAtCounter.with(server, NewDocument.like("french-identity-card"));
        PlainBrowser session = citizen.inSession();
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.person(language, width, true, scheme);
            PageCheck check = new PageCheck(page);

            as(page, session, server);
            String code = walkToACode(page, check, server);
            as(page, agent.browser(), server);
            page.navigate(agent.pages().toString());
            walkThroughAComparison(page, check, code);

            as(page, session, server);
            page.navigate(server.issuer() + "/tessere-identity");
            assertThat(page.locator(".compared").count()).isEqualTo(1);
            check.look("identity-compared", page);
            assertThat(check.faults()).isEmpty();
        }
    }

    /** As a citizen: a code, and what a service that asks for more than this says before. */
    private static String walkToACode(Page page, PageCheck check, KeycloakServer server) {
        page.navigate(server.issuer() + "/tessere-identity");
        page.locator("form[action$='/documents/compare'] button").click();
        page.waitForSelector("#counter-code");
        check.look("counter-code", page);
        String code = page.locator("#counter-code").textContent();
        page.navigate(server.service("town-hall").begin("eidas3").address().toString());
        page.waitForSelector("#my-identity");
        check.look("not-compared", page);
        return code;
    }

    /** As an agent: with a code that is none, with nothing ticked, and as it should be. */
    private static void walkThroughAComparison(Page page, PageCheck check, String code) {
        check.look("agent-start", page);
        page.fill("#code", "BBBB-BBBB");
        page.locator("#take-code button").click();
        page.waitForSelector("#refusal");
        check.look("agent-unknown", page);
        page.fill("#code", code);
        page.locator("#take-code button").click();
        page.waitForSelector("#chip");
        check.look("agent-compare", page);
        page.locator("#confirm button").click();
        page.waitForSelector("#refusal");
        check.look("agent-unchecked", page);
        for (String one : CounterAgent.SEEN.keySet()) {
            page.check("#check-" + one);
        }
        page.locator("#confirm button").click();
        page.waitForSelector("#done");
        check.look("agent-done", page);
    }

    /** The page is that of whoever is signed in in this browser. */
    private static void as(Page page, PlainBrowser browser, KeycloakServer server) {
        page.context().clearCookies();
        page.context()
                .addCookies(browser.cookies().stream()
                        .filter(cookie -> !cookie.getName().equals("KEYCLOAK_LOCALE"))
                        .map(cookie -> new Cookie(cookie.getName(), cookie.getValue())
                                .setDomain(server.address().getHost())
                                .setPath(cookie.getPath()))
                        .toList());
    }
}
