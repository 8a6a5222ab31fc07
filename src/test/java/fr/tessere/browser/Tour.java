package fr.tessere.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.CardInHand.Moment;
import fr.tessere.server.DemoService;
import fr.tessere.server.KeycloakServer;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Every page of the product once: the good way, the pages of those who go astray, and Keycloak's own. */
public final class Tour {
    private Tour() {}

    /** Walks through all pages; the observer is shown each by its name. */
    public static void through(Page page, BiConsumer<String, Page> observer, Scene scene) {
        KeycloakServer server = scene.server();
        DemoService demo = scene.demo();
        String can = scene.can();
        Walk walk = new Walk(page, observer);
        astray(walk, server, demo);
        help(walk, server);
        Strays.through(walk, server, demo);
        walk.toSignIn(demo);
        page.locator("details summary").first().click();
        walk.saw("sign-in-no-reader");
        trouble(walk);
        reading(walk, scene);
        doors(walk, demo);
        page.navigate(server.issuer() + "/tessere-identity");
        walk.behindFirstUse("#documents");
        walk.saw("identity");
        forgotten(walk, server, can);
        Strays.out(walk, server, can);
        new AccountTour(walk, server).through();
    }

    /** A reader elsewhere with a wrong code; then the sign-in begins again. */
    private static void trouble(Walk walk) {
        try {
            walk.openedElsewhere().tell(RefusalCode.CAN_WRONG);
        } catch (ReadingException refused) {
            throw new AssertionError(refused);
        }
        walk.page().waitForSelector("#trouble.notice");
        walk.saw("sign-in-trouble").page().locator("button[value=again]").click();
        walk.page().waitForSelector("#state[data-state=waiting]");
    }

    /** The reader waits for the card, so that its page stands still. */
    private static void reading(Walk walk, Scene scene) {
        scene.card().leavesAt(Moment.READING);
        walk.readHere(scene.can());
        walk.page()
                .locator(".progress")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("moved away|éloignée")))
                .waitFor();
        walk.saw("reader-progress");
        scene.card().laidDown();
        walk.arrived();
    }

    /** The three doors of the demonstration, from inside the first. */
    private static void doors(Walk walk, DemoService demo) {
        Page page = walk.page();
        page.locator("details summary").first().click();
        page.locator("details summary").last().click();
        walk.saw("signed-in-details");
        page.locator("input[name=email]").fill("nobody");
        page.locator("form:has(input[name=email]) button").click();
        walk.saw("form-mistake");
        page.locator("input[name=email]").fill("maelle@example.org");
        page.locator("form:has(input[name=email]) button").click();
        walk.saw("form-sent");
        page.navigate(demo.address() + "/address");
        walk.saw("address-door");
        page.locator("a.button[href$='oauth2/authorization/address']").click();
        walk.behindFirstUse("input[name=postcode]").saw("address");
        page.navigate(demo.address() + "/proxy");
        walk.saw("proxy");
        page.fill("input[name=proxy_family]", "Exemple");
        page.fill("input[name=proxy_given]", "Noé");
        page.fill("input[name=commune]", "Bréval");
        page.fill("input[name=until]", "2027-06-30");
        page.locator("form:has(input[name=until]) button").click();
        walk.saw("proxy-door");
        page.locator("a.button[href$='oauth2/authorization/proxy']").click();
        page.waitForSelector("#refusal");
        page.locator("button[value=leave]").click();
        page.waitForURL("**/refused**");
        walk.saw("proxy-not-reached");
        page.locator("main a[href$='/proxy']").click();
        if (!page.locator("input[name=commune]").inputValue().equals("Bréval")) {
            throw new AssertionError("what was typed is lost");
        }
        page.navigate(demo.address().toString());
        walk.saw("home-signed-in");
    }

    /** A service that asks for more than the session has, and a person who forgot the code. */
    private static void forgotten(Walk walk, KeycloakServer server, String can) {
        Page page = walk.page();
        page.navigate(server.service("town-hall")
                .begin(Map.of("acr_values", "eidas2", "prompt", "login"))
                .address()
                .toString());
        page.waitForSelector("#ladder");
        walk.saw("ladder");
        walk.readHere(can);
        page.waitForSelector("#type-code");
        walk.saw("personal-code");
        page.locator("button[value=forgot]").click();
        page.waitForSelector("#forgotten");
        walk.saw("forgotten-code");
        page.locator("button[value=wait]").click();
        page.waitForSelector("#opens");
        walk.saw("forgotten-code-waits");
        page.navigate(server.issuer() + "/tessere-email/confirm?token=spent");
        walk.saw("email-link-spent");
    }

    private static void astray(Walk walk, KeycloakServer server, DemoService demo) {
        Page page = walk.page();
        page.navigate(demo.address() + "/nowhere");
        walk.saw("service-error");
        page.navigate(demo.address() + "/accessibility");
        walk.saw("service-accessibility");
        walk.toSignIn(demo);
        page.locator("button[value=leave]").click();
        page.waitForURL("**/refused**");
        walk.saw("service-refused");

        page.navigate("http://127.0.0.1:" + server.readerPage() + "/");
        walk.saw("reader-start");
        page.navigate("http://127.0.0.1:" + server.readerPage() + "/read?address=nonsense");
        walk.saw("reader-refused");
        wrongCode(walk, demo);
        elsewhere(walk, server, demo);

        page.navigate(server.issuer() + "/tessere/return?code=AAAAAAAAAAAAAAAAAAAAAA");
        walk.saw("return-refused");
        page.navigate(server.service("town-hall").begin("eidas3").address().toString());
        page.waitForSelector("#counter");
        walk.saw("sign-in-highest");
    }

    private static void help(Walk walk, KeycloakServer server) {
        Page page = walk.page();
        page.navigate(server.issuer() + "/tessere/help");
        walk.saw("help-index");
        page.navigate(server.issuer() + "/tessere/help/can-wrong");
        walk.saw("help-code");
        page.navigate(server.issuer() + "/tessere/help/no-such-code");
        walk.saw("help-unknown");
        page.navigate(server.issuer() + "/tessere/accessibility");
        walk.saw("accessibility");
        page.navigate("http://127.0.0.1:" + server.readerPage() + "/accessibility");
        walk.saw("reader-accessibility");
    }

    private static void elsewhere(Walk walk, KeycloakServer server, DemoService demo) {
        Page page = walk.page();
        walk.toSignIn(demo);
        String code = page.locator("#short-code").textContent();
        page.navigate(server.issuer() + "/tessere/code");
        walk.saw("code");
        page.fill("input[name=code]", "BBBB-BBBB");
        page.locator("form button[type=submit]").click();
        page.waitForSelector("#refusal");
        walk.saw("code-unknown");
        page.fill("input[name=code]", code);
        page.locator("form button[type=submit]").click();
        page.waitForSelector("#scam");
        walk.saw("elsewhere");
    }

    private static void wrongCode(Walk walk, DemoService demo) {
        Page page = walk.page();
        walk.toSignIn(demo);
        walk.readHere("000000");
        page.waitForSelector("#refusal");
        walk.saw("reader-wrong-code");
    }
}
