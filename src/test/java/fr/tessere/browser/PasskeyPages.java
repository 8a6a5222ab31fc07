package fr.tessere.browser;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.RelyingService;
import fr.tessere.server.Tokens;
import fr.tessere.specimen.document.SpecimenDocument;
import java.net.URI;
import java.util.Map;

/** A person's browser that keeps passkeys: Chromium's own virtual authenticator (Chrome DevTools Protocol, WebAuthn). */
final class PasskeyPages {
    /** What a service asks for that has a passkey enrolled. */
    static final Map<String, String> ENROL =
            Map.of("acr_values", "eidas2", "scope", "openid identity", "kc_action", "tessere-passkey-enrolment");

    private static final String AUTHENTICATOR = """
            {"options":{"protocol":"ctap2","transport":"internal","hasResidentKey":true,"hasUserVerification":true,
            "isUserVerified":true,"automaticPresenceSimulation":true}}""";

    private final KeycloakServer server;
    private final Page page;

    private PasskeyPages(KeycloakServer server, Page page) {
        this.server = server;
        this.page = page;
    }

    /** A page whose browser has an authenticator, with nothing in it. */
    static PasskeyPages with(KeycloakServer server, Page page) {
        CDPSession devTools = page.context().newCDPSession(page);
        devTools.send("WebAuthn.enable", new JsonObject());
        devTools.send(
                "WebAuthn.addVirtualAuthenticator",
                JsonParser.parseString(AUTHENTICATOR).getAsJsonObject());
        return new PasskeyPages(server, page);
    }

    /** A page as it is. */
    static PasskeyPages of(KeycloakServer server, Page page) {
        return new PasskeyPages(server, page);
    }

    Page page() {
        return page;
    }

    /** Sent to sign in by this service. */
    RelyingService.Attempt begin(String client, Map<String, String> parameters) {
        RelyingService service = server.service(client);
        // nothing listens at this service's address
        page.route(service.redirect() + "**", route -> route.fulfill());
        RelyingService.Attempt attempt = service.begin(parameters);
        page.navigate(attempt.address().toString());
        return attempt;
    }

    /** Does this, which leads back to {@code town-hall}, and that redeems its code. */
    Tokens finish(RelyingService.Attempt attempt, Runnable last) {
        String service = server.service("town-hall").redirect() + "**";
        Request back = page.waitForRequest(service, last);
        // the next address is opened once the browser has arrived at this one
        page.waitForURL(service);
        return attempt.tokens(URI.create(back.url()));
    }

    /** Reads this document at a reader elsewhere. */
    Walk read(SpecimenDocument document) {
        try {
            return new Walk(page, (name, shown) -> {}).throughAReaderElsewhere(document);
        } catch (ReadingException broken) {
            throw new AssertionError(broken);
        }
    }

    /** Chooses the passkey in place of a document, and uses it. */
    void usePasskey() {
        page.locator("#by-passkey").click();
        page.locator("#use-passkey:visible").waitFor();
        page.locator("#use-passkey").click();
    }

    /** Enrols a passkey behind this document, which was used before, and its code. */
    void enrol(SpecimenDocument document) {
        RelyingService.Attempt attempt = beginEnrolment(document);
        finish(attempt, () -> page.locator("#use-passkey").click());
        page.context().clearCookies();
    }

    /** The same as far as the page that asks for a name. */
    RelyingService.Attempt beginEnrolment(SpecimenDocument document) {
        RelyingService.Attempt attempt = begin("town-hall", ENROL);
        read(document).behindFirstUse("#use-passkey");
        page.locator("#use-passkey:visible").waitFor();
        return attempt;
    }

    /** Signs in by passkey, in a session of its own. */
    Tokens signIn() {
        page.context().clearCookies();
        RelyingService.Attempt attempt = begin("town-hall", Map.of("acr_values", "eidas1"));
        return finish(attempt, this::usePasskey);
    }

    /** Tries to, and reads why not. */
    String refused() {
        page.context().clearCookies();
        begin("town-hall", Map.of("acr_values", "eidas1"));
        usePasskey();
        page.locator("#wrong").waitFor();
        return page.locator("#refusal").textContent();
    }
}
