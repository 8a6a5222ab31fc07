package fr.tessere.server;

import java.net.URI;
import java.util.Map;

/** A sign-in with a password at Keycloak's own pages, from the service's request to its tokens. */
public final class PasswordSignIn {
    private PasswordSignIn() {}

    /** Signs the one user of {@link PasswordRealm} in. */
    public static Tokens at(KeycloakServer server) {
        PlainBrowser browser = new PlainBrowser("en");
        RelyingService.Attempt attempt = server.passwordService().begin(Map.of());
        Page page = browser.open(attempt.address());
        URI action = page.address().resolve(page.attributes("form", "action").get(0));
        return attempt.tokens(browser.submit(
                action,
                Map.of("username", PasswordRealm.USER, "password", PasswordRealm.PASSWORD, "credentialId", "")));
    }
}
