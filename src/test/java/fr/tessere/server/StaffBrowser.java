package fr.tessere.server;

import java.net.HttpCookie;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Somebody of the staff in front of the officers' pages. */
public final class StaffBrowser {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PlainBrowser browser;
    private final URI pages;

    private StaffBrowser(PlainBrowser browser, URI pages) {
        this.browser = browser;
        this.pages = pages;
    }

    /** This browser at the pages of this realm. */
    static StaffBrowser of(PlainBrowser browser, URI issuer) {
        return new StaffBrowser(browser, URI.create(issuer + "/tessere/officer"));
    }

    /** A browser at the same pages that is somebody else's. */
    public static StaffBrowser of(PlainBrowser browser, KeycloakServer server) {
        return of(browser, server.issuer());
    }

    /** Another window of the same session: its language is its own. */
    StaffBrowser window() {
        return new StaffBrowser(browser.withTheSameCookies(), pages);
    }

    /** The browser. */
    public PlainBrowser browser() {
        return browser;
    }

    /** The session of this browser, for another one. */
    public List<HttpCookie> cookies() {
        return browser.cookies();
    }

    /** Where the pages are. */
    public URI pages() {
        return pages;
    }

    /** Opens a page, {@code ""} for the first. */
    public Page open(String page) {
        return browser.open(address(page));
    }

    /** Tries another method than pages and forms use. */
    public Page ask(String method, String page) {
        return browser.ask(method, address(page));
    }

    /** A page that shows this, as soon as what happened before has its place in the log. */
    public Page openUntil(String page, String shown) {
        Waiting.until(
                page + " shows " + shown, PATIENCE, () -> open(page).body().contains(shown));
        return open(page);
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
