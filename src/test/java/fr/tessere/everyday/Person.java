package fr.tessere.everyday;

import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.FirstUse;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.NewDocument;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Played;
import fr.tessere.server.Visitor;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import java.net.URI;
import java.util.Map;

/** Somebody with a document and a browser. */
final class Person {
    private final KeycloakServer server;
    private final SpecimenDocument document;
    private final PlainBrowser browser;

    private Person(KeycloakServer server, SpecimenDocument document, PlainBrowser browser) {
        this.server = server;
        this.document = document;
        this.browser = browser;
    }

    /** With this specimen and a browser that was never here. */
    static Person with(KeycloakServer server, String specimen) {
        return new Person(server, Specimens.load(specimen), new PlainBrowser("en"));
    }

    /** With a document like this specimen that nobody has used: its number is new, the name is the same. */
    static Person withANew(KeycloakServer server, String specimen) {
        return new Person(server, NewDocument.like(specimen), new PlainBrowser("en"));
    }

    /** Presses the button behind the link of a message, in whatever browser opens it. */
    static void confirms(URI link) {
        PlainBrowser mailReader = new PlainBrowser("en");
        Page page = mailReader.open(link);
        String token = page.attributes("input", "value").get(0);
        Page done = FirstUse.submit(mailReader, page, Map.of("token", token));
        if (!done.body().contains("id=\"confirmed\"")) {
            throw new AssertionError("not confirmed: " + done.body());
        }
    }

    /** The browser. */
    PlainBrowser browser() {
        return browser;
    }

    /** Somebody else's browser, or one's own on another machine: the same document. */
    Person elsewhere() {
        return at(new PlainBrowser("en"));
    }

    /** The same document at this browser. */
    Person at(PlainBrowser place) {
        return new Person(server, document, place);
    }

    /** Asked by a service for this level. */
    Visitor asked(String level) {
        return Visitor.arrive(browser, server.service("town-hall").begin(level));
    }

    /** Asked by a service for this level; has read the document and stands before the page that follows. */
    Visitor hasRead(String level) {
        Visitor visitor = asked(level);
        return visitor.comeBack(readFor(visitor.readingHere()));
    }

    /** Asked by a service for this level, and goes the whole way. */
    Visitor signsIn(String level) {
        Visitor visitor = asked(level);
        return visitor.returnTo(readFor(visitor.readingHere()));
    }

    /** Uses the document for the first time and chooses this code. */
    Visitor choosing(String code) {
        Visitor visitor = hasRead("eidas1").send(Map.of("step", "agree"));
        visitor.send(Map.of("step", "choose", "code", code, "again", code));
        return visitor.send(Map.of("step", "no-email"));
    }

    /** Reads the document for this address; where the reader sends the browser. */
    String readFor(URI reading) {
        try {
            return Played.honestly(reading, document)
                    .last()
                    .json()
                    .path("returnAddress")
                    .asText();
        } catch (ReadingException broken) {
            throw new AssertionError(broken);
        }
    }
}
