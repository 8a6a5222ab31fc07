package fr.tessere.browser;

import com.microsoft.playwright.Page;
import fr.tessere.server.DemoService;
import fr.tessere.server.KeycloakServer;
import java.util.Map;

/**
 * Keycloak's own pages that our flow can lead to: errors, an old page, no cookies, a code of a device, consent, signing
 * out. Keycloak has more of them, for passwords, registration and required actions, which the realm does not offer.
 */
final class Strays {
    private Strays() {}

    /** Those that need no session. */
    static void through(Walk walk, KeycloakServer server, DemoService demo) {
        Page page = walk.page();
        page.navigate(server.issuer() + "/protocol/openid-connect/auth?client_id=nobody");
        walk.saw("provider-error");
        page.navigate(server.issuer() + "/nowhere");
        walk.saw("provider-nowhere");
        page.navigate(server.issuer() + "/account");
        walk.saw("provider-account");
        page.navigate(server.issuer() + "/device");
        walk.saw("device-code");
        walk.toSignIn(demo);
        String action = String.valueOf(page.locator("form#continue").getAttribute("action"));
        page.navigate(action.replaceAll("session_code=[^&]*&", "").replaceAll("execution=[^&]*", "execution=another"));
        page.waitForSelector("a[href*=restart]");
        walk.saw("page-expired");
        page.context().clearCookies();
        page.navigate(action);
        page.waitForSelector("#no-cookie");
        walk.saw("cookie-missing");
    }

    /** Those at the end of a session, and of one with a service that asks for consent. */
    static void out(Walk walk, KeycloakServer server, String can) {
        Page page = walk.page();
        String end = server.issuer() + "/protocol/openid-connect/logout";
        page.navigate(end);
        walk.saw("logout-confirm");
        page.locator("button[name=confirmLogout]").click();
        walk.saw("logged-out");

        Map<String, String> asking =
                Map.of("acr_values", "eidas1", "prompt", "consent", "scope", "openid identity age document evidence");
        page.navigate(server.service("library").begin(asking).address().toString());
        page.waitForSelector("#reader");
        walk.readHere(can);
        page.waitForSelector("form#consent");
        walk.saw("consent");
        // nothing listens at this service's address
        page.route(server.service("library").redirect() + "**", route -> route.fulfill());
        page.locator("button[value=accept]").click();
        page.waitForURL(server.service("library").redirect() + "**");
        page.navigate(end);
        page.locator("button[name=confirmLogout]").click();
        walk.saw("logged-out-everywhere");
    }
}
