package fr.tessere.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.CitizenAtCounter;
import fr.tessere.server.CounterAgent;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.NewDocument;
import fr.tessere.server.PlainBrowser;
import java.util.function.BiConsumer;

/** A comparison at a counter, page by page: of the citizen, of the agent, and of the citizen again. */
public final class CounterTour {
    private final Page page;
    private final BiConsumer<String, Page> observer;
    private final KeycloakServer server;

    private CounterTour(Page page, BiConsumer<String, Page> observer, KeycloakServer server) {
        this.page = page;
        this.observer = observer;
        this.server = server;
    }

    /** Walks through all of them with people and documents of its own; the observer is shown each by its name. */
    public static void through(Page page, BiConsumer<String, Page> observer, KeycloakServer server) {
        try {
            new CounterTour(page, observer, server).walk();
        } catch (ReadingException e) {
            throw new AssertionError(e);
        }
    }

    private void walk() throws ReadingException {
        CounterAgent visitor = CounterAgent.visitor(server, NewDocument.like("residence-permit"));
        as(visitor.browser());
        page.navigate(visitor.pages().toString());
        saw("agent-refused", "#account");
        CitizenAtCounter citizen = CitizenAtCounter.with(server, NewDocument.like("french-identity-card"));
        PlainBrowser session = citizen.inSession();
        as(session);
        String code = toACode();

        CounterAgent agent = CounterAgent.appoint(server, NewDocument.like("residence-permit"));
        as(agent.browser());
        page.navigate(agent.pages().toString());
        throughAComparison(code);

        citizen.signIn(session, "eidas3").tokens();
        as(session);
        page.navigate(server.issuer() + "/tessere-identity");
        saw("identity-compared", ".compared");
        page.locator("a[href*='/sign-ins/']").first().click();
        saw("receipt-compared", "#compared");
    }

    /** As a citizen: a code, and what a service that asks for more than this says before. */
    private String toACode() {
        page.navigate(server.issuer() + "/tessere-identity");
        page.locator("form[action$='/documents/compare'] button").click();
        saw("counter-code", "#counter-code");
        String code = page.locator("#counter-code").textContent();
        page.navigate(server.service("town-hall").begin("eidas3").address().toString());
        saw("not-compared", "#my-identity");
        return code;
    }

    /** As an agent: with a code that is none, with nothing ticked, and as it should be. */
    private void throughAComparison(String code) {
        saw("agent-start", "#code");
        page.fill("#code", "BBBB-BBBB");
        page.locator("#take-code button").click();
        saw("agent-unknown", "#refusal");
        page.fill("#code", code);
        page.locator("#take-code button").click();
        saw("agent-compare", "#chip");
        page.locator("#confirm button").click();
        saw("agent-unchecked", "#refusal");
        CounterAgent.SEEN.keySet().forEach(one -> page.check("#check-" + one));
        page.locator("#confirm button").click();
        saw("agent-done", "#done");
    }

    private void saw(String name, String mark) {
        page.waitForSelector(mark);
        observer.accept(name, page);
    }

    /** The page is that of whoever is signed in in this browser. */
    private void as(PlainBrowser browser) {
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
