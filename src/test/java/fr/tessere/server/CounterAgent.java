package fr.tessere.server;

import fr.tessere.reader.card.ReadingException;
import fr.tessere.specimen.document.SpecimenDocument;
import java.net.HttpCookie;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody in front of the agents' pages, who signed in there with document and code. */
public final class CounterAgent {
    /** What an agent ticks before confirming. */
    public static final Map<String, String> SEEN = Map.of("person", "yes", "document", "yes", "data", "yes");

    private final PlainBrowser browser;
    private final URI pages;
    private final Optional<SpecimenDocument> document;

    private CounterAgent(PlainBrowser browser, URI pages, Optional<SpecimenDocument> document) {
        this.browser = browser;
        this.pages = pages;
        this.document = document;
    }

    /** Whoever uses this browser, and did not sign in for these pages. */
    public static CounterAgent at(KeycloakServer server, PlainBrowser browser) {
        return new CounterAgent(browser, URI.create(server.issuer() + "/tessere-counter"), Optional.empty());
    }

    /** Signs in with this document for these pages, with no role that they ask for. */
    public static CounterAgent visitor(KeycloakServer server, SpecimenDocument document) throws ReadingException {
        URI pages = URI.create(server.issuer() + "/tessere-counter");
        PlainBrowser browser = new PlainBrowser("en");
        Visitor visitor = Visitor.sentTo(browser, pages);
        visitor.returnTo(Played.honestly(visitor.readingHere(), document)
                .last()
                .json()
                .path("returnAddress")
                .asText());
        return new CounterAgent(browser, pages, Optional.of(document));
    }

    /** The same, and the administrator gives the role, by the number that the page shows. */
    public static CounterAgent appoint(KeycloakServer server, SpecimenDocument document) throws ReadingException {
        return appoint(server, document, "agent");
    }

    /** The same with another role. */
    public static CounterAgent appoint(KeycloakServer server, SpecimenDocument document, String role)
            throws ReadingException {
        CounterAgent agent = visitor(server, document);
        String account = agent.open("").find("id=\"account\">([^<]+)<").orElseThrow();
        server.admin().appoint("tessere", account, role);
        return agent;
    }

    /** The document that opens the agent's account. */
    public SpecimenDocument document() {
        return document.orElseThrow();
    }

    /** Signs in again where this page asks for it; the page that it leads to. */
    public Page signInAgain(Page asked) throws ReadingException {
        Visitor visitor = Visitor.at(browser, asked);
        return visitor.returnTo(Played.honestly(visitor.readingHere(), document())
                        .last()
                        .json()
                        .path("returnAddress")
                        .asText())
                .page();
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

    /** Sends a form with the token of the pages. */
    public Page send(String form, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("token", open("").find("name=\"token\" value=\"([^\"]+)\"").orElse(""));
        return sendBare(form, all);
    }

    /** Sends a form with these fields and no other. */
    public Page sendBare(String form, Map<String, String> fields) {
        return browser.submit(address(form), fields);
    }

    /** Types a code; the page that comes. */
    public Page type(String code) {
        return send("code", Map.of("code", code));
    }

    /** The part of the address of the case that this page shows: {@code cases/…}. */
    public static String caseOn(Page page) {
        return page.find("action=\"[^\"]*/(cases/[^\"/]+)/confirm\"")
                .orElseThrow(() -> new AssertionError(
                        "no case, status " + page.status() + " " + page.find("id=\"refusal\">([^<]+)<")));
    }

    /** Types a code, ticks every check and confirms. */
    public Page confirm(String code) {
        return send(caseOn(type(code)) + "/confirm", SEEN);
    }

    private URI address(String page) {
        return page.isEmpty() ? pages : URI.create(pages + "/" + page);
    }
}
