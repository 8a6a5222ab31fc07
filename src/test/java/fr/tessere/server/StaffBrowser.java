package fr.tessere.server;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** Somebody of the staff in front of the officers' pages. */
public final class StaffBrowser {
    private final PlainBrowser browser;
    private final URI pages;

    private StaffBrowser(PlainBrowser browser, URI pages) {
        this.browser = browser;
        this.pages = pages;
    }

    /** Opens the start page, is sent to sign in, and comes back. */
    static StaffBrowser signIn(URI issuer, String name, String password) {
        PlainBrowser browser = new PlainBrowser("en");
        URI pages = URI.create(issuer + "/tessere/officer");
        Page form = browser.open(pages);
        String action = form.attributes("form", "action").stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no sign-in: " + form.status() + " " + form.body()));
        browser.submit(form.address().resolve(action), Map.of("username", name, "password", password));
        return new StaffBrowser(browser, pages);
    }

    /** A browser at the same pages that is somebody else's. */
    public static StaffBrowser of(PlainBrowser browser, KeycloakServer server) {
        return new StaffBrowser(browser, URI.create(server.issuer() + "/tessere/officer"));
    }

    /** Opens a page, {@code ""} for the first. */
    public Page open(String page) {
        return browser.open(address(page));
    }

    /** Opens an address that is not of these pages. */
    public Page visit(URI elsewhere) {
        return browser.open(elsewhere);
    }

    /** Sends a form with the token that its pages carry. */
    public Page send(String form, Map<String, String> fields) {
        return sendBare(form, with(fields));
    }

    /** Sends a form with these fields and no other. */
    public Page sendBare(String form, Map<String, String> fields) {
        return browser.submit(address(form), fields);
    }

    /** Sends a file with the token. */
    public Page upload(String form, Map<String, String> fields, byte[] file) {
        return browser.upload(address(form), with(fields), "file", file);
    }

    /** The token of the forms; empty where no page is shown. */
    public String token() {
        return open("documents").find("name=\"token\" value=\"([^\"]+)\"").orElse("");
    }

    private Map<String, String> with(Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("token", token());
        return all;
    }

    private URI address(String page) {
        return page.isEmpty() ? pages : URI.create(pages + "/" + page);
    }
}
