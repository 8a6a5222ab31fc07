package fr.tessere.identity;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Played;
import fr.tessere.server.Visitor;
import fr.tessere.specimen.document.Specimens;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody in front of the pages "my identity". */
final class IdentityOf {
    private final KeycloakServer server;
    private final PlainBrowser browser;
    private Page page;

    private IdentityOf(KeycloakServer server, PlainBrowser browser, Page page) {
        this.server = server;
        this.browser = browser;
        this.page = page;
    }

    /** The holder of this document: signs in with it and the code, which may be a first use. */
    static IdentityOf holder(KeycloakServer server, String specimen) throws ReadingException {
        PlainBrowser browser = new PlainBrowser("en");
        signIn(server, browser, specimen, "eidas2");
        return in(server, browser);
    }

    /** Whoever is signed in at eidas2 in this browser. */
    static IdentityOf in(KeycloakServer server, PlainBrowser browser) {
        Page page = browser.open(address(server, ""));
        if (!page.body().contains("name=\"token\"")) {
            throw new AssertionError("not let in, status " + page.status() + ": " + page.body());
        }
        return new IdentityOf(server, browser, page);
    }

    /** A sign-in at a service with this document; the visitor stands where it led. */
    static Visitor signIn(KeycloakServer server, PlainBrowser browser, String specimen, String level)
            throws ReadingException {
        Visitor visitor = Visitor.arrive(browser, server.service("town-hall").begin(level));
        Played played = Played.honestly(visitor.readingHere(), Specimens.load(specimen));
        return visitor.returnTo(played.last().json().path("returnAddress").asText());
    }

    static URI address(KeycloakServer server, String path) {
        return URI.create(server.issuer() + "/tessere-identity" + path);
    }

    /** Printed on the document: the first nine places of its number. */
    static String number(String specimen) {
        String mrz = Specimens.load(specimen).mrz().text();
        return mrz.substring(36, 45).replace("<", "");
    }

    PlainBrowser browser() {
        return browser;
    }

    Page page() {
        return page;
    }

    Page reloaded() {
        page = browser.open(address(server, ""));
        return page;
    }

    /** The first value of this hidden field. */
    String hidden(String name) {
        return page.find("type=\"hidden\" name=\"" + name + "\" value=\"([^\"]*)\"")
                .orElseThrow();
    }

    /** A session that is not this one. */
    String otherSession() {
        Matcher other = Pattern.compile("<h3>Session of .*?name=\"session\" value=\"([^\"]*)\"", Pattern.DOTALL)
                .matcher(page.body());
        if (!other.find()) {
            throw new AssertionError("no other session: " + page.body());
        }
        return other.group(1);
    }

    /** Sends a form of the page; the page that comes then. */
    Page submit(String form, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("token", hidden("token"));
        Page answer = browser.submit(address(server, "/" + form), all);
        if (answer.body().contains("name=\"token\"")) {
            page = answer;
        }
        return answer;
    }

    /** The holder's data. */
    JsonNode json() {
        return MyIdentityTest.json(browser.open(address(server, "/download")));
    }
}
