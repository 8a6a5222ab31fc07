package fr.tessere.service;

import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.ProfiledService;
import fr.tessere.server.SpecimenCard;
import fr.tessere.server.Visitor;
import fr.tessere.signin.Errand;
import fr.tessere.specimen.document.Specimens;
import java.net.URI;
import java.util.Map;

/** Somebody with a browser and an identity card, whom services send to sign in; after the first time the session answers. */
final class Citizen {
    private final PlainBrowser browser = new PlainBrowser("en");

    /** Opens the address a service gave, reads the card if asked to, and comes back with the service's answer. */
    Page goTo(URI address) {
        Visitor visitor = Visitor.sentTo(browser, address);
        if (visitor.page().status() != 200) {
            return visitor.page();
        }
        try (SpecimenCard card = SpecimenCard.overTcp(Specimens.load("french-identity-card"))) {
            URI back = Errand.read(visitor.readingHere(), card, card.channel()).orElseThrow();
            return visitor.returnTo(back.toString()).page();
        } catch (ReadingException e) {
            throw new AssertionError("the card was not read", e);
        }
    }

    /** Goes where this service sends with a pushed request, and brings its code back. */
    String codeFor(ProfiledService service) {
        Page back = goTo(service.address(service.push(service.request(Map.of())).member("request_uri")));
        return codeOf(back);
    }

    /** The code that the page sends back to the service. */
    static String codeOf(Page back) {
        String code = back.redirectParameters().get("code");
        if (code == null) {
            throw new AssertionError("no code: " + back.status() + " " + back.redirectParameters());
        }
        return code;
    }

    /** The browser. */
    PlainBrowser browser() {
        return browser;
    }
}
