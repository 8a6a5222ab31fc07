package fr.tessere.server;

import java.net.URI;
import java.util.Map;

/** A sign-in at Keycloak's own pages, with a password or with a name alone, from the service's request to its tokens. */
public final class StockSignIn {
    private StockSignIn() {}

    /** Signs in with name and password. */
    public static Tokens withPassword(KeycloakServer server) {
        return at(
                server,
                StockRealm.PASSWORD,
                Map.of("username", StockRealm.USER, "password", StockRealm.SECRET, "credentialId", ""));
    }

    /** Signs in with a name alone: the same pages and requests, and no hash. */
    public static Tokens withNameAlone(KeycloakServer server) {
        return at(server, StockRealm.NAME_ALONE, Map.of("username", StockRealm.USER));
    }

    private static Tokens at(KeycloakServer server, StockRealm realm, Map<String, String> form) {
        PlainBrowser browser = new PlainBrowser("en");
        RelyingService.Attempt attempt = server.stockService(realm).begin(Map.of());
        Page page = browser.open(attempt.address());
        URI action = page.address().resolve(page.attributes("form", "action").get(0));
        return attempt.tokens(browser.submit(action, form));
    }
}
