package fr.tessere.server;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** A person in front of a browser without scripts, who was sent by a service to sign in. */
public final class Visitor {
    private final PlainBrowser browser;
    private final Optional<RelyingService.Attempt> attempt;
    private Page page;

    private Visitor(PlainBrowser browser, URI address, Optional<RelyingService.Attempt> attempt) {
        this(browser, attempt, browser.open(address));
    }

    private Visitor(PlainBrowser browser, Optional<RelyingService.Attempt> attempt, Page page) {
        this.browser = browser;
        this.attempt = attempt;
        this.page = page;
    }

    /** Somebody whose browser shows the page of a sign-in already. */
    static Visitor at(PlainBrowser browser, Page page) {
        return new Visitor(browser, Optional.empty(), page);
    }

    /** Somebody whom a service sent to this address; what comes back is the service's affair. */
    public static Visitor sentTo(PlainBrowser browser, URI address) {
        Visitor visitor = new Visitor(browser, address, Optional.empty());
        // a session that lacks only the code asks for the code alone
        visitor.page = FirstUse.through(browser, visitor.page);
        return visitor;
    }

    /** Somebody whom {@code town-hall} asks for the lowest level. */
    public static Visitor arriveAt(KeycloakServer server) {
        return arrive(new PlainBrowser("en"), server.service("town-hall").begin("eidas1"));
    }

    /** Somebody with this browser on this errand. */
    public static Visitor arrive(PlainBrowser browser, RelyingService.Attempt attempt) {
        return new Visitor(browser, attempt.address(), Optional.of(attempt));
    }

    /** The page that the browser shows. */
    public Page page() {
        return page;
    }

    /** The browser. */
    public PlainBrowser browser() {
        return browser;
    }

    /** Where a reader on the same machine has to go. */
    public URI readingHere() {
        return addressOn("address");
    }

    /** Where a reader on another machine has to go. */
    public URI readingElsewhere() {
        return addressOn("qr-address");
    }

    /** Opens the address that the reader was given at the end, and goes through the pages of a first use. */
    public Visitor returnTo(String address) {
        comeBack(address);
        page = FirstUse.through(browser, page);
        return this;
    }

    /** Opens the address that the reader was given at the end, and stays at the page that it leads to. */
    public Visitor comeBack(String address) {
        page = browser.open(URI.create(address));
        return this;
    }

    /** Fills in and sends the form of the page. */
    public Visitor send(Map<String, String> fields) {
        page = FirstUse.submit(browser, page, fields);
        return this;
    }

    /** Presses the button of the page that stands for this step: {@code continue}, {@code again} or {@code leave}. */
    public Visitor goOn(String step) {
        send(Map.of("step", step));
        page = FirstUse.through(browser, page);
        return this;
    }

    /** What the service gets, now that the browser was sent back to it. */
    public Tokens tokens() {
        return attempt.orElseThrow().tokens(page);
    }

    /** What a person on another machine types who cannot scan. */
    public String shortCode() {
        return page.find("id=\"short-code\"[^>]*>([^<]+)<").orElseThrow();
    }

    private URI addressOn(String id) {
        return page.find("id=\"" + id + "\"[^>]*>([^<]+)<")
                .map(String::strip)
                .map(URI::create)
                .orElseThrow(() -> new AssertionError("no sign-in page, status " + page.status() + ": " + page.body()));
    }
}
