package fr.tessere.server;

import fr.tessere.reader.card.ReadingException;
import fr.tessere.specimen.document.SpecimenDocument;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Somebody in front of the agents' pages, who signed in there with document and code. */
public final class CounterAgent extends TokenPages {
    /** What an agent ticks before confirming. */
    public static final Map<String, String> SEEN = Map.of("person", "yes", "document", "yes", "data", "yes");

    private final Optional<SpecimenDocument> document;

    private CounterAgent(PlainBrowser browser, URI pages, Optional<SpecimenDocument> document) {
        super(browser, pages, "");
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
        Visitor visitor = Visitor.at(browser(), asked);
        return visitor.returnTo(Played.honestly(visitor.readingHere(), document())
                        .last()
                        .json()
                        .path("returnAddress")
                        .asText())
                .page();
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
}
